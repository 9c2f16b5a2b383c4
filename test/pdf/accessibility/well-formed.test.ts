import {PDFString} from '@cantoo/pdf-lib'
import {describe, expect, test} from 'vitest'
import {checkPdfAccessibility} from '../../../src/coverage/pdf/check-pdf-accessibility.ts'
import {annotationOf, glyphOf, text, wellFormed, writePdf, type PdfPlan} from '../../support/tagged-pdf.ts'
import {addAppearance} from './seeds/annotation-seeds.ts'
import {annotate, append, setCatalog, setEntries, tag} from './seeds/seed.ts'

/** What looks like a defect to a hasty reader of the standard, and is none. */
const allowed: readonly (readonly [what: string, change: (plan: PdfPlan) => unknown])[] = [
  ['an artifact with properties', append('/Artifact <</Type /Pagination>> BDC 0 0 m 5 5 l S EMC')],
  ['a path that is not painted', append('0 0 5 5 re W n')],
  ['an operator that paints no path', append('f')],
  ['an empty string', append('BT /Base 12 Tf () Tj ET')],
  ['a mark within a mark', (plan) => Object.assign(plan, {form: plan.form.replace(/BT.*ET/u, '/Span BMC $& EMC')})],
  ['an image in an artifact, with EI in its data', append('/Artifact BMC BI /W 4 /H 1 ID xEIx EI EMC')],
  [
    'a form without marks, shown twice in artifacts',
    (plan) => {
      plan.form = '0 0 5 5 re f'
      plan.content = plan.content.replace('/Form Do', '/Artifact BMC /Form Do /Form Do EMC')
      tag(plan, 'Document').K.pop()
    },
  ],
  ['a replacement text for a figure', setEntries('Figure', {ActualText: text('方框')})],
  [
    'a class that gives the Scope',
    (plan) => {
      setEntries('TH', {C: 'head'})(plan)
      plan.root['ClassMap'] = {head: {O: 'Table', Scope: 'Column'}}
    },
  ],
  [
    'cells that name their headers',
    (plan) => {
      setEntries('TH', {ID: PDFString.of('h1')})(plan)
      setEntries('TD', {
        A: [
          {O: 'Layout', Width: 9},
          {O: 'Table', Headers: [PDFString.of('h1')]},
        ],
      })(plan)
    },
  ],
  [
    'a table with head, body and foot, and a caption',
    (plan) => {
      const [head, row] = [tag(plan, 'TR'), tag(plan, 'TR', 1)]
      const foot = {S: 'TR', K: [{S: 'TD', K: []}]}
      tag(plan, 'Table').K = [
        {S: 'Caption', K: []},
        {S: 'THead', K: [head]},
        {S: 'TBody', K: [row]},
        {S: 'TFoot', K: [foot]},
      ]
    },
  ],
  [
    'cells that reach over rows and columns',
    (plan) => {
      const cell = (spans: Record<string, unknown>) => ({S: 'TD', K: [], entries: {A: {O: 'Table', ...spans}}})
      tag(plan, 'TR').K.push(cell({ColSpan: 2}))
      tag(plan, 'TR', 1).K.push(cell({RowSpan: 2, ColSpan: 2}))
      tag(plan, 'Table').K.push({S: 'TR', K: [cell({})]})
    },
  ],
  ['a list in an item of a list', (plan) => tag(plan, 'LBody').K.push({S: 'L', K: [{S: 'LI', K: []}]})],
  [
    'headings that go up by more than one',
    (plan) => tag(plan, 'Document').K.push({S: 'H3', K: []}, {S: 'H1', K: []}, {S: 'H2', K: []}),
  ],
  [
    'ruby with its brackets',
    (plan) => tag(plan, 'Ruby').K.splice(1, 1, {S: 'RP', K: []}, tag(plan, 'RT'), {S: 'RP', K: []}),
  ],
  [
    'a seventh level of headings, mapped to P',
    (plan) => {
      for (const S of ['H3', 'H4', 'H5', 'H6', 'H7']) tag(plan, 'Document').K.push({S, K: []})
      plan.roleMap['H7'] = 'P'
    },
  ],
  ['a type mapped by way of another', (plan) => Object.assign(plan, {roleMap: {Strong: 'Loud', Loud: 'Span'}})],
  [
    'no bookmarks, and no language but that of the elements and of the title',
    setCatalog({Lang: undefined, Outlines: undefined}),
  ],
  [
    'a bookmark that says its language',
    setCatalog({
      Lang: undefined,
      Outlines: {First: {Title: text('\u001Bzh\u001B第一章')}},
    }),
  ],
  ['a hidden annotation', ({annotations}) => Object.assign(annotations, {other: annotationOf('Text', {F: 2})})],
  [
    'an annotation outside the page',
    ({annotations}) => Object.assign(annotations, {other: annotationOf('Link', {Rect: [300, 300, 310, 310]})}),
  ],
  ['a pop-up', ({annotations}) => Object.assign(annotations, {other: annotationOf('Popup')})],
  [
    'a note in its element, described there',
    (plan) => {
      annotate('Annot', annotationOf('Text'))(plan)
      setEntries('Annot', {Alt: text('批注')})(plan)
    },
  ],
  [
    'a printer’s mark whose look is an artifact',
    (plan) => {
      plan.annotations['other'] = annotationOf('PrinterMark')
      plan.finish = (pdf) => addAppearance(pdf, 'PrinterMark', '/Artifact BMC 0 0 5 5 re f EMC')
    },
  ],
  [
    'a form field with its widget',
    (plan) => {
      annotate('Form', annotationOf('Widget', {FT: 'Tx', T: text('a'), TU: text('姓名')}))(plan)
    },
  ],
  [
    'a font that is not embedded, of text that is not drawn',
    (plan) => {
      plan.fonts.Simple.program = undefined
      plan.content = plan.content.replace('/Simple 12 Tf', '/Simple 12 Tf 3 Tr')
    },
  ],
  [
    'a CIDSet of all glyphs',
    ({fonts: {Base}}) => {
      Base.descriptor['CIDSet'] = new Uint8Array([0b1111_1111, 0b1111_0000])
    },
  ],
  [
    'a width that differs by rounding',
    ({fonts: {Base}}) => {
      const [glyph, widths] = Base.descendant['W'] as [number, number[]]
      Base.descendant['W'] = [glyph, [Number(widths[0]) + 0.9], ...(Base.descendant['W'] as unknown[]).slice(2)]
    },
  ],
  ['a space for which nothing is drawn', append(`/Artifact BMC BT /Base 9 Tf <000${glyphOf(' ')}> Tj ET EMC`)],
  ['a URI with a fragment', setCatalog({OpenAction: {S: 'GoTo', D: []}})],
  ['a layer with names', setCatalog({OCProperties: {OCGs: [], D: {Name: text('一')}, Configs: [{Name: text('二')}]}})],
]

describe('what is allowed is no defect', () => {
  test.each(allowed)('%s', async (_what, change) => {
    const plan = wellFormed()
    change(plan)
    expect(await checkPdfAccessibility(await writePdf(plan))).toEqual([])
  })
})
