import {PDFName, PDFRawStream} from '@cantoo/pdf-lib'
import type {CheckedCondition, Condition} from '../condition.ts'
import {asText, dictionaryAt, nameAt, numberAt, valueAt} from '../file/entries.ts'
import {collectionOf, isPredefined} from '../fonts/predefined-cmaps.ts'
import type {PdfFont} from '../fonts/read-font.ts'

const collections = 'Of a CMap that is named, the collection is that of ISO 32000-1, table 118.'

export const compositeFonts: readonly Condition[] = [
  {
    ...ofFonts('31-001', '7.21.3.1', ({cid, cmap}) => cid.registry !== cmap.registry),
    chinese: 'CID 字体与 CMap 的 Registry 不同',
    english: 'The Registry of a CID font is not that of its CMap',
    note: collections,
  },
  {
    ...ofFonts('31-002', '7.21.3.1', ({cid, cmap}) => cid.ordering !== cmap.ordering),
    chinese: 'CID 字体与 CMap 的 Ordering 不同',
    english: 'The Ordering of a CID font is not that of its CMap',
    note: collections,
  },
  {
    ...ofFonts(
      '31-003',
      '7.21.3.1',
      ({cid, cmap}) => cmap.supplement !== undefined && cid.supplement !== cmap.supplement,
    ),
    chinese: 'CID 字体与 CMap 的 Supplement 不合',
    english: 'The Supplement of a CID font does not go with that of its CMap',
    note: 'The protocol forbids that the font’s is less; veraPDF, after the ISO text, that it is greater. Both are reported. The supplements of named CMaps are not known here.',
  },
  {
    id: '31-004',
    clause: '7.21.3.2',
    chinese: 'CIDFontType2 字体的 CIDToGIDMap 既不是流也不是 Identity',
    english: 'The CIDToGIDMap of a Type 2 CID font is neither a stream nor Identity',
    kind: 'checked',
    find: ({fonts}) => fonts.filter((font) => isType2(font) && hasWrongMap(font)).map((font) => ofFont(font)),
  },
  {
    id: '31-005',
    clause: '7.21.3.2',
    chinese: 'CIDFontType2 字体没有 CIDToGIDMap',
    english: 'A Type 2 CID font has no CIDToGIDMap',
    kind: 'checked',
    note: 'Of embedded fonts: without a program there is nothing to map to.',
    find: ({fonts}) =>
      fonts
        .filter((font) => isType2(font) && font.isEmbedded && valueAt(font.descendant, 'CIDToGIDMap') === undefined)
        .map((font) => ofFont(font)),
  },
  {
    id: '31-006',
    clause: '7.21.3.3',
    chinese: 'CMap 既不是预定义的，也没有嵌入',
    english: 'A CMap is neither a predefined one nor embedded',
    kind: 'checked',
    find: ({fonts}) =>
      fonts.flatMap((font) => {
        const {encoding} = font.use
        return encoding.kind === 'named' && !isPredefined(encoding.name) ? [ofFont(font, encoding.name)] : []
      }),
  },
  {
    id: '31-007',
    clause: '7.21.3.3',
    chinese: 'CMap 字典与 CMap 流的 WMode 不同',
    english: 'The WMode of a CMap’s dictionary is not that of its stream',
    kind: 'checked',
    find: ({fonts}) =>
      fonts
        .filter(({use: {encoding}}) => {
          if (encoding.kind !== 'embedded') return false
          return (numberAt(encoding.dictionary, 'WMode') ?? 0) !== encoding.cmap.writingMode
        })
        .map((font) => ofFont(font)),
  },
  {
    id: '31-008',
    clause: '7.21.3.3',
    chinese: 'CMap 引用了不是预定义的 CMap',
    english: 'A CMap refers to another that is not a predefined one',
    kind: 'checked',
    find: ({fonts}) =>
      fonts.flatMap((font) => {
        const {encoding} = font.use
        if (encoding.kind !== 'embedded') return []
        const used = valueAt(encoding.dictionary, 'UseCMap')
        const names = [...encoding.cmap.uses, ...(used instanceof PDFName ? [used.decodeText()] : [])]
        const wrong = [...new Set(names)].filter((name) => !isPredefined(name))
        return [...wrong, ...(used instanceof PDFRawStream ? ['…'] : [])].map((name) => ofFont(font, name))
      }),
  },
]

interface Collection {
  readonly registry: string
  readonly ordering: string
  readonly supplement: number | undefined
}

/** A condition on the collections of composite fonts whose encoding is not Identity. */
function ofFonts(
  id: string,
  clause: string,
  isWrong: (systems: {cid: Collection; cmap: Collection}) => boolean,
): Pick<CheckedCondition, 'id' | 'clause' | 'kind' | 'find'> {
  return {
    id,
    clause,
    kind: 'checked',
    find: ({fonts}) =>
      fonts.flatMap((font) => {
        const cmap = collectionOfCMap(font)
        if (!cmap) return []
        const info = dictionaryAt(font.descendant, 'CIDSystemInfo')
        const registry = asText(valueAt(info, 'Registry')) ?? ''
        const ordering = asText(valueAt(info, 'Ordering')) ?? ''
        const cid = {registry, ordering, supplement: numberAt(info, 'Supplement')}
        return isWrong({cid, cmap}) ? [ofFont(font)] : []
      }),
  }
}

/** Absent for simple fonts, for Identity, and where the CMap is not known at all. */
function collectionOfCMap({use: {encoding}}: PdfFont): Collection | undefined {
  if (encoding.kind === 'embedded') {
    const info = dictionaryAt(encoding.dictionary, 'CIDSystemInfo')
    return {
      registry: asText(valueAt(info, 'Registry')) ?? '',
      ordering: asText(valueAt(info, 'Ordering')) ?? '',
      supplement: numberAt(info, 'Supplement'),
    }
  }
  const ordering = encoding.kind === 'named' ? collectionOf(encoding.name) : ''
  return ordering ? {registry: 'Adobe', ordering, supplement: undefined} : undefined
}

const isType2 = ({descendant}: PdfFont) => nameAt(descendant, 'Subtype') === 'CIDFontType2'

function hasWrongMap({descendant}: PdfFont): boolean {
  const map = valueAt(descendant, 'CIDToGIDMap')
  return map !== undefined && !(map instanceof PDFRawStream) && map !== PDFName.of('Identity')
}

const ofFont = ({name, use}: PdfFont, more = '') => ({page: use.page, detail: more ? `${name} ${more}` : name})
