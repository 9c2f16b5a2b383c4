import {PDFString} from '@cantoo/pdf-lib'
import {text, type PdfPlan, type TagPlan} from '../../../support/tagged-pdf.ts'
import {rename, seed, setEntries, tag, type Seed} from './seed.ts'

const nesting: readonly Seed[] = [
  {...seed('09-004', 'a row that holds text', rename('TD', 'NonStruct')), others: ['x-table-is-regular']},
  seed('09-004', 'a cell outside a row', rename('P', 'TD')),
  seed('09-004', 'a paragraph among rows', (plan) => tag(plan, 'Table').K.push({S: 'P', K: []})),
  seed('09-004', 'a head without a body', (plan) =>
    Object.assign(tag(plan, 'Table'), {K: [{S: 'THead', K: [tag(plan, 'TR'), tag(plan, 'TR', 1)]}]}),
  ),
  seed('09-004', 'two captions', (plan) =>
    tag(plan, 'Table').K.splice(0, 1, {S: 'Caption', K: []}, tag(plan, 'TR'), {S: 'Caption', K: []}),
  ),
  seed('09-005', 'an item without a body', rename('LBody', 'P')),
  seed('09-005', 'an item that holds text', rename('LBody', 'NonStruct')),
  seed('09-005', 'a body outside an item', (plan) => {
    tag(plan, 'LI').K = [tag(plan, 'Lbl')]
    tag(plan, 'Document').K.push({S: 'P', K: [{S: 'LBody', K: [4]}]})
  }),
  seed('09-005', 'a heading in a list', (plan) => tag(plan, 'L').K.push({S: 'P', K: []})),
  seed('09-006', 'an entry outside contents', rename('TOC', 'Sect')),
  seed('09-006', 'code as an entry of contents', rename('Reference', 'Code')),
  seed('09-006', 'a paragraph between entries', (plan) => tag(plan, 'TOC').K.push({S: 'P', K: []})),
  seed('09-007', 'ruby without a base', rename('RB', 'NonStruct')),
  seed('09-007', 'a reading outside ruby', rename('Ruby', 'Span')),
  seed('09-008', 'warichu in two', (plan) => {
    const last = tag(plan, 'Warichu').K.pop() as TagPlan
    tag(plan, 'Document').K.push({S: 'P', K: last.K})
  }),
]

const headings: readonly Seed[] = [
  seed('14-002', 'H2 before H1', rename('H1', 'H2')),
  seed('14-003', 'H3 after H1', rename('H2', 'H3')),
  seed('14-006', 'two H in one', (plan) => {
    rename('H1', 'H')(plan)
    rename('H2', 'H')(plan)
  }),
  seed('14-007', 'H beside H1', (plan) => {
    rename('H1', 'H')(plan)
    rename('H2', 'H1')(plan)
  }),
]

function misnameHeaders(plan: PdfPlan): void {
  setEntries('TH', {ID: PDFString.of('h1')})(plan)
  setEntries('TD', {A: {O: 'Table', Headers: [PDFString.of('h2')]}})(plan)
}

export const structureSeeds: readonly Seed[] = [
  ...nesting,
  ...headings,
  seed('13-004', 'a figure without words', setEntries('Figure', {})),
  seed('13-004', 'a figure whose words are none', setEntries('Figure', {Alt: text('')})),
  seed('15-003', 'a header cell without Scope', setEntries('TH', {})),
  seed('15-003', 'a header cell with a Scope of its own', setEntries('TH', {A: {O: 'Table', Scope: 'Up'}})),
  seed('15-003', 'a cell whose headers are not there', misnameHeaders),
  seed('17-002', 'a formula without an alternative', setEntries('Formula', {ActualText: text('a1')})),
  seed('19-003', 'a note without ID', setEntries('Note', {})),
  seed('19-004', 'two notes of one ID', (plan) =>
    tag(plan, 'Document').K.push({S: 'Note', K: [], entries: {ID: PDFString.of('note-1')}}),
  ),
]
