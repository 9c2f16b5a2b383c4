import type {Condition} from '../condition.ts'
import {booleanAt, dictionaryAt, elementsAt, nameAt, textAt, valueAt} from '../file/entries.ts'
import {annotationsOf} from '../file/annotations.ts'
import {inDocument, type Finding} from '../finding.ts'
import type {Encoding} from '../fonts/encoding.ts'
import {isPredefined} from '../fonts/predefined-cmaps.ts'
import type {PdfFont} from '../fonts/read-font.ts'
import {encodingDictionaryOf} from '../fonts/simple-encoding.ts'
import {columnCounts} from '../structure/table.ts'
import type {StructureElement} from '../structure/structure-element.ts'
import {structureErrors} from '../structure/structure-errors.ts'
import type {PdfFile} from '../read-pdf-file.ts'

/** Beside the protocol's: what its conditions take for granted, and what keeps those that are left from being needed. */
export const ownConditions: readonly Condition[] = [
  {
    id: 'x-tagged',
    clause: '7.1',
    chinese: '文件不是带标签的 PDF',
    english: 'The file is not a tagged PDF',
    kind: 'checked',
    note: 'MarkInfo says so, and there is a structure tree with something in it (ISO 32000-1, 14.8.1).',
    find: ({catalog, structure}) =>
      inDocument(booleanAt(dictionaryAt(catalog, 'MarkInfo'), 'Marked') !== true || structure.elements.length === 0),
  },
  {
    id: 'x-structure-is-sound',
    clause: '7.1',
    chinese: '标签树自相矛盾',
    english: 'The structure tree contradicts itself or the pages',
    kind: 'checked',
    note: 'Each element stands in it once and names its parent; the parent tree says of each mark and annotation what the tree says; no element holds marks that are not there (ISO 32000-1, 14.7).',
    find: structureErrors,
  },
  {
    id: 'x-language-is-a-tag',
    clause: '7.2',
    chinese: '语言代码不合 BCP 47',
    english: 'A language is not a language tag',
    kind: 'checked',
    note: 'Its form; whether such a language exists is not looked up (ISO 32000-1, 14.9.2).',
    find: ({catalog, structure}) =>
      [{page: 0, language: textAt(catalog, 'Lang')}, ...structure.elements.map(ownLanguage)].flatMap(
        ({language, page}) => (language !== undefined && !isLanguageTag(language) ? [{page, detail: language}] : []),
      ),
  },
  {
    id: 'x-table-is-regular',
    clause: '7.5',
    chinese: '表格各行的列数不同',
    english: 'Rows of a table have different numbers of columns',
    kind: 'checked',
    note: 'With the cells that reach over rows and columns: else headers cannot be told from their Scope.',
    find: ({structure}) =>
      structure.elements
        .filter(({role}) => role === 'Table')
        .flatMap((table) => {
          const counts = new Set(columnCounts(table, structure.root))
          return counts.size > 1 ? [{page: table.page, detail: [...counts].join(' ≠ ')}] : []
        }),
  },
  {
    id: 'x-link-has-words',
    clause: '7.18.5',
    chinese: 'Link 标签里没有内容',
    english: 'A Link element holds nothing of what is linked',
    kind: 'checked',
    note: 'Neither text nor a picture: who hears the page hears of a link without its words (ISO 32000-1, 14.8.4.4.2).',
    find: ({structure}) =>
      structure.elements
        .filter((one) => one.role === 'Link' && !hasContents(one))
        .map(({page}) => ({page, detail: ''})),
  },
  {
    id: 'x-font-is-readable',
    clause: '7.21',
    chinese: '检查程序读不了这种字体',
    english: 'A font is of a kind that the checker cannot look into',
    kind: 'checked',
    note: 'Type 1, Type 3 and CFF outlines, CMaps that are only named, simple fonts with Differences: so that no condition on fonts holds because nothing was looked at.',
    find: ({fonts}) =>
      fonts
        .filter((font) => !isReadable(font))
        .map(({name, type, use}) => ({page: use.page, detail: `${name} ${type}`})),
  },
  {
    id: 'x-font-is-subset',
    clause: '7.21.4',
    chinese: '字体没有按用字裁剪',
    english: 'An embedded font is not a subset',
    kind: 'checked',
    note: 'By its name (ISO 32000-1, 9.6.4). lectern’s own promise: a whole Chinese font is 10 MB.',
    find: ({fonts}) =>
      fonts
        .filter(({isEmbedded, name}) => isEmbedded && !/^[A-Z]{6}\+/u.test(name))
        .map(({name, use}) => ({page: use.page, detail: name})),
  },
  {
    id: 'x-is-plain',
    clause: '7',
    chinese: '文件含有脚本、媒体或文章线索',
    english: 'The file has scripts, media, image maps or article threads',
    kind: 'checked',
    note: 'What the conditions on them ask, only a person can tell.',
    find: findFeatures,
  },
]

const hasContents = ({contents, kids}: StructureElement): boolean =>
  contents.length > 0 || kids.some((kid) => hasContents(kid))

const ownLanguage = ({dictionary, page}: PdfFile['structure']['elements'][number]) => ({
  page,
  language: textAt(dictionary, 'Lang'),
})

const isLanguageTag = (language: string) => /^[a-z]{1,8}(?:-[a-z\d]{1,8})*$/iu.test(language)

/** Fonts without a program are 31-009, and CMaps that nobody knows 31-006 or 31-008. */
function isReadable({dictionary, isEmbedded, program, type, use: {encoding}}: PdfFont): boolean {
  if (type === 'Type3' || namesOf(encoding).some((name) => isPredefined(name))) return false
  if (!isEmbedded) return true
  return program !== undefined && valueAt(encodingDictionaryOf(dictionary), 'Differences') === undefined
}

/** Of the CMaps that are not in the file. */
function namesOf(encoding: Encoding): readonly string[] {
  if (encoding.kind === 'named') return [encoding.name]
  return encoding.kind === 'embedded' ? encoding.cmap.uses : []
}

const media: ReadonlySet<string> = new Set(['Screen', 'Movie', 'Sound', '3D', 'RichMedia'])
const actions: ReadonlySet<string> = new Set([
  'JavaScript',
  'Rendition',
  'Movie',
  'Sound',
  'GoTo3DView',
  'Launch',
  'Trans',
])

function* findFeatures({catalog, dictionaries, pages}: PdfFile): Generator<Finding> {
  for (const {page, subtype} of annotationsOf(pages)) {
    if (media.has(subtype)) yield {page, detail: subtype}
  }
  for (const dictionary of dictionaries) {
    const action = nameAt(dictionary, 'S')
    const isElement = nameAt(dictionary, 'Type') === 'StructElem'
    if (!isElement && actions.has(action)) yield {page: 0, detail: action}
    if (action === 'URI' && booleanAt(dictionary, 'IsMap') === true) yield {page: 0, detail: 'IsMap'}
  }
  if (elementsAt(catalog, 'Threads').length > 0) yield {page: 0, detail: 'Threads'}
}
