import type {Condition} from '../condition.ts'
import {valueAt} from '../file/entries.ts'
import type {Finding} from '../finding.ts'
import type {PdfFont} from '../fonts/read-font.ts'
import type {Sfnt} from '../fonts/read-sfnt.ts'
import {baseEncodingOf, characterOf, encodingDictionaryOf, isSymbolic} from '../fonts/simple-encoding.ts'
import {hexOf} from '../fonts/unmapped-codes.ts'

/** On simple TrueType fonts; composite ones have no such encodings. */
export const trueTypeFonts: readonly Condition[] = [
  {
    id: '31-017',
    clause: '7.21.6',
    chinese: '非符号 TrueType 字体没有非符号的 cmap',
    english: 'A non-symbolic TrueType font has no non-symbolic cmap',
    kind: 'checked',
    find: ({fonts}) =>
      embedded(fonts, false)
        .filter(({program}) => !hasPlainMap(program))
        .map((font) => found(font)),
  },
  {
    id: '31-018',
    clause: '7.21.6',
    chinese: '非符号 TrueType 字体的 cmap 里找不到用到的字形',
    english: 'A glyph of a non-symbolic TrueType font cannot be looked up in its cmap',
    kind: 'checked',
    find: ({fonts}) =>
      embedded(fonts, false)
        .filter(({program}) => hasPlainMap(program))
        .flatMap((font) => missing(font)),
  },
  {
    id: '31-019',
    clause: '7.21.6',
    chinese: '非符号 TrueType 字体没有 Encoding',
    english: 'A non-symbolic TrueType font has no Encoding',
    kind: 'checked',
    find: ({fonts}) =>
      simple(fonts, false)
        .filter((font) => !hasEncoding(font))
        .map((font) => found(font)),
  },
  {
    id: '31-020',
    clause: '7.21.6',
    chinese: '非符号 TrueType 字体的 Encoding 没有 BaseEncoding',
    english: 'The Encoding of a non-symbolic TrueType font has no BaseEncoding',
    kind: 'checked',
    find: ({fonts}) =>
      simple(fonts, false)
        .filter(({dictionary}) => encodingDictionaryOf(dictionary) && baseEncodingOf(dictionary) === '')
        .map((font) => found(font)),
  },
  {
    id: '31-021',
    clause: '7.21.6',
    chinese: '非符号 TrueType 字体的编码既不是 MacRoman 也不是 WinAnsi',
    english: 'The encoding of a non-symbolic TrueType font is neither MacRoman nor WinAnsi',
    kind: 'checked',
    find: ({fonts}) =>
      simple(fonts, false)
        .filter(({dictionary}) => !['', 'MacRomanEncoding', 'WinAnsiEncoding'].includes(baseEncodingOf(dictionary)))
        .map((font) => found(font)),
  },
  {
    id: '31-022',
    clause: '7.21.6',
    english: 'The Differences of a non-symbolic TrueType font name glyphs that are not in the Adobe Glyph List',
    kind: 'not applicable to what lectern writes',
    why: 'Its fonts are composite and have no Differences; the list of 4,281 names is not here, and `x-font-is-readable` reports any simple TrueType font with Differences.',
  },
  {
    id: '31-023',
    clause: '7.21.6',
    chinese: '非符号 TrueType 字体有 Differences，却没有 (3,1) cmap',
    english: 'A non-symbolic TrueType font has Differences and no (3,1) cmap',
    kind: 'checked',
    find: ({fonts}) =>
      embedded(fonts, false)
        .filter((font) => hasDifferences(font) && !hasMap(font.program, 3, 1))
        .map((font) => found(font)),
  },
  {
    id: '31-024',
    clause: '7.21.6',
    chinese: '符号 TrueType 字体含有 Encoding',
    english: 'A symbolic TrueType font has an Encoding',
    kind: 'checked',
    find: ({fonts}) =>
      simple(fonts, true)
        .filter((font) => hasEncoding(font))
        .map((font) => found(font)),
  },
  {
    id: '31-025',
    clause: '7.21.6',
    chinese: '符号 TrueType 字体没有 cmap',
    english: 'A symbolic TrueType font has no cmap',
    kind: 'checked',
    find: ({fonts}) =>
      embedded(fonts, true)
        .filter(({program}) => program.characterMaps.length === 0)
        .map((font) => found(font)),
  },
  {
    id: '31-026',
    clause: '7.21.6',
    chinese: '符号 TrueType 字体有多个 cmap，却没有 (3,0)',
    english: 'A symbolic TrueType font has more than one cmap and none is (3,0)',
    kind: 'checked',
    find: ({fonts}) =>
      embedded(fonts, true)
        .filter(({program}) => program.characterMaps.length > 1 && !hasMap(program, 3, 0))
        .map((font) => found(font)),
  },
]

const simple = (fonts: readonly PdfFont[], symbolic: boolean) =>
  fonts.filter(({descriptor, type}) => type === 'TrueType' && isSymbolic(descriptor) === symbolic)

/** Those that are drawn and can be looked into. */
function embedded(fonts: readonly PdfFont[], symbolic: boolean): (PdfFont & {readonly program: Sfnt})[] {
  return simple(fonts, symbolic).flatMap((font) => {
    const isDrawn = [...font.use.codes.values()].some(({rendered}) => rendered !== undefined)
    return font.program && isDrawn ? [{...font, program: font.program}] : []
  })
}

const hasMap = ({characterMaps}: Sfnt, platform: number, encoding: number) =>
  characterMaps.some((map) => map.platform === platform && map.encoding === encoding)
const hasPlainMap = (program: Sfnt) => hasMap(program, 3, 1) || hasMap(program, 1, 0)
const hasEncoding = ({dictionary}: PdfFont) => valueAt(dictionary, 'Encoding') !== undefined
const hasDifferences = ({dictionary}: PdfFont) => valueAt(encodingDictionaryOf(dictionary), 'Differences') !== undefined

const found = ({name, use}: PdfFont): Finding => ({page: use.page, detail: name})

const isMeant = (code: number, {dictionary}: PdfFont) => characterOf(code, baseEncodingOf(dictionary)) !== ''

/** Codes without a glyph, of a font whose codes mean something. */
function missing(font: PdfFont): Finding[] {
  return [...font.use.codes].flatMap(([code, {rendered}]) =>
    rendered !== undefined && isMeant(code, font) && font.glyphOf(code) === 0
      ? [{page: rendered, detail: `${font.name} ${hexOf(code)}`}]
      : [],
  )
}
