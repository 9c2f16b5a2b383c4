import type {PDFDict} from '@cantoo/pdf-lib'
import type {Condition} from '../condition.ts'
import {decoded, streamAt} from '../file/entries.ts'
import type {Finding} from '../finding.ts'
import type {PdfFont} from '../fonts/read-font.ts'
import type {Sfnt} from '../fonts/read-sfnt.ts'
import {hexOf} from '../fonts/unmapped-codes.ts'
import type {PdfFile} from '../read-pdf-file.ts'

const type1 = {
  kind: 'not applicable to what lectern writes',
  why: 'It embeds TrueType outlines, and Type 3 fonts for emoji and CFF outlines; `x-font-is-readable` reports any other.',
} as const

export const embedding: readonly Condition[] = [
  {
    id: '31-009',
    clause: '7.21.4.1',
    chinese: '字体没有嵌入',
    english: 'A font is not embedded',
    kind: 'checked',
    note: 'Fonts of text that is not drawn (mode 3) need not be, nor can Type 3 fonts, which are programs in place.',
    find: ({fonts}) =>
      fonts.flatMap((font) => {
        const rendered = [...font.use.codes.values()].map(({rendered: page}) => page).find((page) => page !== undefined)
        const page = rendered ?? (font.use.codes.size === 0 ? font.use.page : undefined)
        return font.isEmbedded || font.type === 'Type3' || page === undefined ? [] : [{page, detail: font.name}]
      }),
  },
  {
    id: '31-010',
    clause: '7.21.4.1',
    english: 'A font may not be embedded by its licence',
    kind: 'needs a person',
    why: 'A licence is to be read. Those of lectern’s fonts (SIL Open Font License) allow it; of fonts that a course brings the licence bits are heeded when it is built.',
  },
  {
    id: '31-011',
    clause: '7.21.4.1',
    chinese: '嵌入的字体缺少用到的字形',
    english: 'An embedded font has no glyph for a code in use',
    kind: 'checked',
    note: 'A glyph number beyond the last, or a letter or digit for which nothing is drawn, as a subset leaves it. 31-030 is for glyph 0.',
    find: ({fonts}) =>
      ofGlyphs(fonts, ({code, font, glyph, program}) => {
        if (glyph === 0) return false
        return glyph >= program.glyphCount || (program.isEmpty(glyph) && isInk(font.textOf(code)))
      }),
  },
  {id: '31-012', clause: '7.21.4.2', english: 'A glyph of a Type 1 font is not in its CharSet', ...type1},
  {id: '31-013', clause: '7.21.4.2', english: 'A glyph of a CharSet is not in its Type 1 font', ...type1},
  {
    id: '31-014',
    clause: '7.21.4.2',
    chinese: '字体里的字形不在 CIDSet 里',
    english: 'A glyph of a CID font is not in its CIDSet',
    kind: 'checked',
    note: 'A glyph that is empty is not counted as present: subsets keep the numbers of what they leave out.',
    find: ({fonts}) =>
      ofSets(fonts, ({cids, glyphOfCid, program}) => {
        const listed = new Set([...cids].map((cid) => glyphOfCid(cid)))
        return numbersBelow(program.glyphCount).filter((glyph) => !program.isEmpty(glyph) && !listed.has(glyph))
      }),
  },
  {
    id: '31-015',
    clause: '7.21.4.2',
    chinese: 'CIDSet 里的字形不在字体里',
    english: 'A glyph of a CIDSet is not in its CID font',
    kind: 'checked',
    find: ({fonts}) =>
      ofSets(fonts, ({cids, glyphOfCid, program}) => [...cids].filter((cid) => glyphOfCid(cid) >= program.glyphCount)),
  },
  {
    id: '31-016',
    clause: '7.21.5',
    chinese: '字体字典与字体程序的字宽不同',
    english: 'The width of a glyph in the font dictionary is not that of the font program',
    kind: 'checked',
    note: 'By more than a thousandth of the em.',
    find: ({fonts}) =>
      ofGlyphs(fonts, ({code, font, glyph, program}) => {
        const isThere = glyph > 0 && glyph < program.glyphCount
        return isThere && Math.abs(font.widthOf(code) - program.widthOf(glyph)) > 1
      }),
  },
]

interface UsedGlyph {
  readonly code: number
  readonly glyph: number
  readonly font: PdfFont
  readonly program: Sfnt
}

/** Glyphs that are drawn, of fonts that can be looked into. */
function* ofGlyphs(fonts: PdfFile['fonts'], isWrong: (glyph: UsedGlyph) => boolean): Generator<Finding> {
  for (const font of fonts) {
    const {program} = font
    if (!program) continue
    for (const [code, {rendered}] of font.use.codes) {
      const glyph = font.glyphOf(code)
      if (rendered === undefined || glyph === undefined) continue
      if (isWrong({code, glyph, font, program})) yield {page: rendered, detail: `${font.name} ${hexOf(code)}`}
    }
  }
}

/** Letters and digits, but not those that are blank by nature: the fillers of Hangul. */
const isInk = (text: string) => /[\p{L}\p{N}]/u.test(text.replaceAll(/[\u115F\u1160\u3164\uFFA0]/gu, ''))

interface GlyphSet {
  readonly cids: ReadonlySet<number>
  readonly glyphOfCid: (cid: number) => number
  readonly program: Sfnt
}

function* ofSets(fonts: PdfFile['fonts'], wrongIn: (set: GlyphSet) => number[]): Generator<Finding> {
  for (const font of fonts) {
    const {descendant, descriptor, program} = font
    const cids = descendant && readCidSet(descriptor)
    if (!cids || !program) continue
    const wrong = wrongIn({cids, glyphOfCid: font.glyphOfCid, program})
    if (wrong.length > 0) yield {page: font.use.page, detail: `${font.name} ${wrong.slice(0, 5).join(' ')}`}
  }
}

/** Bits from the highest of the first byte on (ISO 32000-1, table 124). */
function readCidSet(descriptor: PDFDict | undefined): Set<number> | undefined {
  const stream = streamAt(descriptor, 'CIDSet')
  if (!stream) return undefined
  const bytes = decoded(stream)
  return new Set(numbersBelow(bytes.length * 8).filter((cid) => ((bytes[cid >> 3] ?? 0) & (0x80 >> (cid & 7))) !== 0))
}

const numbersBelow = (count: number) => Array.from({length: count}, (_value, number) => number)
