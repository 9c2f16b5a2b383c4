import type {Condition} from '../condition.ts'
import {asText, dictionaryAt, valueAt} from '../file/entries.ts'
import {cidOf} from '../fonts/encoding.ts'
import type {PdfFont} from '../fonts/read-font.ts'
import {baseEncodingOf, isSymbolic} from '../fonts/simple-encoding.ts'
import {hexOf, mapsCodes} from '../fonts/unmapped-codes.ts'
import type {PdfFile} from '../read-pdf-file.ts'

export const unicode: readonly Condition[] = [
  {
    id: '31-027',
    clause: '7.21.7',
    chinese: '字体没有 ToUnicode，也没有别的办法得知文字',
    english: 'A font has no ToUnicode, and its codes are known in no other way',
    kind: 'checked',
    note: 'Names of the glyphs of Type 1 and Type 3 fonts are not read: `x-font-is-readable` reports such fonts.',
    find: ({fonts}) => fonts.filter((font) => !isKnown(font)).map(({name, use}) => ({page: use.page, detail: name})),
  },
  {
    id: '31-028',
    clause: '7.21.7',
    chinese: 'ToUnicode 里有 U+0000',
    english: 'A value of ToUnicode is U+0000',
    kind: 'checked',
    find: (pdf) => findValues(pdf, ['\u0000']),
  },
  {
    id: '31-029',
    clause: '7.21.7',
    chinese: 'ToUnicode 里有 U+FEFF 或 U+FFFE',
    english: 'A value of ToUnicode is U+FEFF or U+FFFE',
    kind: 'checked',
    find: (pdf) => findValues(pdf, ['\uFEFF', '\uFFFE']),
  },
  {
    id: '31-030',
    clause: '7.21.8',
    chinese: '文字用到了 .notdef 字形',
    english: 'Text refers to the glyph .notdef',
    kind: 'checked',
    note: 'Glyph 0, whatever the code says. Codes of non-symbolic TrueType fonts that lead to it are 31-018.',
    find: ({fonts}) =>
      fonts
        .filter(({descriptor, type}) => type === 'Type0' || (type === 'TrueType' && isSymbolic(descriptor)))
        .flatMap((font) =>
          [...font.use.codes]
            .filter(([code]) => font.glyphOf(code) === 0 || cidOf(code, font.use.encoding) === 0)
            .map(([code, use]) => ({
              page: use.inText ?? use.inFormula ?? 0,
              detail: `${font.name} ${hexOf(code)}`,
            })),
        ),
  },
]

/** The ways of ISO 32000-1, 9.10.2, as ISO 14289-1 has them. */
function isKnown(font: PdfFont): boolean {
  if (mapsCodes(font)) return true
  const {descendant, descriptor, dictionary, type} = font
  if (type === 'Type0') {
    const ordering = asText(valueAt(dictionaryAt(descendant, 'CIDSystemInfo'), 'Ordering')) ?? ''
    return ['GB1', 'CNS1', 'Japan1', 'Korea1'].includes(ordering)
  }
  if (type === 'Type1' || type === 'MMType1' || type === 'Type3') return true
  const isNamed = ['MacRomanEncoding', 'MacExpertEncoding', 'WinAnsiEncoding'].includes(baseEncodingOf(dictionary))
  return isNamed || !isSymbolic(descriptor)
}

/** Values of characters that are in use or not. */
function findValues({fonts}: PdfFile, characters: readonly string[]) {
  return fonts.flatMap(({name, toUnicode, use}) =>
    [...(toUnicode?.unicode ?? [])]
      .filter(([, text]) => characters.some((character) => text.includes(character)))
      .map(([code]) => ({page: use.page, detail: `${name} ${hexOf(code)}`})),
  )
}
