import {PDFString} from '@cantoo/pdf-lib'
import {
  cmapOf,
  glyphOf,
  glyphTexts,
  programWithMaps,
  shown,
  systemInfo,
  toUnicodeOf,
  type PdfPlan,
} from '../../../support/tagged-pdf.ts'
import {replace, seed, type Seed} from './seed.ts'

type Part = 'font' | 'descendant' | 'descriptor'

const setFont =
  (name: keyof PdfPlan['fonts'], changes: Partial<PdfPlan['fonts']['Base']>): Seed['spoil'] =>
  ({fonts}) =>
    Object.assign(fonts[name], changes)

const setPart =
  (name: keyof PdfPlan['fonts'], part: Part, entries: Record<string, unknown>): Seed['spoil'] =>
  ({fonts}) =>
    Object.assign(fonts[name][part], entries)

const withTexts = (...texts: readonly (readonly [number, string])[]) =>
  setFont('Base', {toUnicode: toUnicodeOf(new Map([...glyphTexts, ...texts]))})

const withoutText = (character: string) =>
  setFont('Base', {toUnicode: toUnicodeOf(new Map([...glyphTexts].filter(([, value]) => value !== character)))})

const named =
  (name: string): Seed['spoil'] =>
  ({fonts: {Mapped}}) => {
    Mapped.encoding = undefined
    Mapped.font['Encoding'] = name
  }

const ascii = (character: string) => character.charCodeAt(0)

/** The simple font as a symbolic one: without an encoding, its texts told by a CMap. */
const symbolic = (program: Uint8Array) =>
  setFont('Simple', {
    program,
    descriptor: {Flags: 4},
    font: {Subtype: 'TrueType', FirstChar: 0x41, Widths: []},
    toUnicode: toUnicodeOf(new Map(Array.from('AbCaB', (character) => [ascii(character), character] as const))),
  })

const composite: readonly Seed[] = [
  seed(
    '31-001',
    'another registry',
    setPart('Mapped', 'descendant', {CIDSystemInfo: {...systemInfo('Test'), Registry: PDFString.of('Other')}}),
  ),
  seed('31-002', 'another ordering', setPart('Mapped', 'descendant', {CIDSystemInfo: systemInfo('Other')})),
  {
    ...seed('31-002', 'an ordering that is not that of a predefined CMap', named('UniGB-UTF16-H')),
    others: ['x-font-is-readable'],
  },
  seed(
    '31-003',
    'another supplement',
    setPart('Mapped', 'descendant', {CIDSystemInfo: {...systemInfo('Test'), Supplement: 1}}),
  ),
  seed('31-004', 'a CIDToGIDMap that is another name', setPart('Base', 'descendant', {CIDToGIDMap: 'Other'})),
  seed('31-005', 'no CIDToGIDMap', setPart('Base', 'descendant', {CIDToGIDMap: undefined})),
  seed('31-006', 'a CMap that is nowhere', named('Test-H')),
  seed('31-007', 'another writing mode', ({fonts: {Mapped}}) =>
    Object.assign(Mapped.encoding?.entries ?? {}, {WMode: 1}),
  ),
  seed('31-008', 'a CMap that uses one that is nowhere', ({fonts: {Mapped}}) =>
    Object.assign(Mapped.encoding ?? {}, {cmap: cmapOf('/Test-H usecmap')}),
  ),
]

const embedding: readonly Seed[] = [
  seed('31-009', 'a font that is not embedded', setFont('Base', {program: undefined})),
  seed('31-011', 'a glyph beyond the last', (plan) => {
    withTexts([0x99, 'Z'])(plan)
    plan.form = plan.form.replace(shown('C'), '<0099>')
  }),
  seed('31-011', 'a letter for which nothing is drawn', withTexts([glyphOf(' '), 'Z'])),
  seed('31-014', 'a CIDSet without a glyph', setPart('Base', 'descriptor', {CIDSet: new Uint8Array([0x40, 0])})),
  seed('31-015', 'a CIDSet with glyphs too many', setPart('Base', 'descriptor', {CIDSet: new Uint8Array([255, 255])})),
  seed('31-016', 'another width', setPart('Base', 'descendant', {W: [0, 99, 500]})),
  seed('31-016', 'another width of a simple font', setPart('Simple', 'font', {Widths: [500]})),
]

const simple: readonly Seed[] = [
  seed(
    '31-017',
    'only a symbolic cmap',
    setFont('Simple', {program: programWithMaps([[3, 0, (character) => 0xf000 + ascii(character)]])}),
  ),
  seed('31-018', 'a letter that the font has not', replace('(AbC)', '(AZC)')),
  seed('31-019', 'no encoding', setPart('Simple', 'font', {Encoding: undefined})),
  seed('31-020', 'an encoding based on none', setPart('Simple', 'font', {Encoding: {Type: 'Encoding'}})),
  seed('31-021', 'an encoding of experts', setPart('Simple', 'font', {Encoding: 'MacExpertEncoding'})),
  {
    ...seed('31-023', 'differences, and no cmap of Unicode', (plan) => {
      setFont('Simple', {program: programWithMaps([[1, 0, ascii]])})(plan)
      const Encoding = {BaseEncoding: 'WinAnsiEncoding', Differences: [0x41, 'A']}
      setPart('Simple', 'font', {Encoding})(plan)
    }),
    others: ['x-font-is-readable'],
  },
  seed('31-024', 'an encoding of a symbolic font', setFont('Simple', {descriptor: {Flags: 4}})),
  seed('31-025', 'a symbolic font without cmap', symbolic(programWithMaps([]))),
  seed('31-026', 'a symbolic font with two, none of symbols', (plan) => {
    const {Widths} = plan.fonts.Simple.font
    symbolic(
      programWithMaps([
        [1, 0, ascii],
        [3, 1, ascii],
      ]),
    )(plan)
    setPart('Simple', 'font', {Widths})(plan)
  }),
]

export const fontSeeds: readonly Seed[] = [
  seed('10-001', 'a code that means nothing', withoutText('A')),
  seed('10-001', 'a code that WinAnsi does not define', replace('(AbC)', String.raw`(A\201C)`)),
  seed('17-003', 'a code of a formula that means nothing', withoutText('1')),
  ...composite,
  ...embedding,
  ...simple,
  seed('31-027', 'no ToUnicode', setFont('Base', {toUnicode: undefined})),
  seed('31-028', 'a character zero', withTexts([0x99, '\u0000'])),
  seed('31-029', 'a mark of byte order', withTexts([0x99, '\uFEFF'])),
  seed('31-030', 'glyph zero', (plan) => {
    withTexts([0, '口'])(plan)
    plan.form = plan.form.replace(shown('C'), '<0000>')
  }),
]
