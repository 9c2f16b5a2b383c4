import type {PDFDict} from '@cantoo/pdf-lib'
import type {Condition} from '../condition.ts'
import type {PageAnnotation} from '../file/annotations.ts'
import {dictionaryAt, nameAt, textAt, valueAt} from '../file/entries.ts'
import {isFileNamed} from '../file/file-specification.ts'
import {inDocument} from '../finding.ts'
import {enclosing} from '../structure/structure-element.ts'
import type {PdfFile} from '../read-pdf-file.ts'
import {eachAnnotation} from './each-annotation.ts'

export const linksAndMedia: readonly Condition[] = [
  eachAnnotation({
    id: '28-010',
    clause: '7.18.4',
    chinese: '表单控件不在 Form 标签下',
    english: 'A widget is not within a Form element',
    isWrong: (annotation, pdf) => isSeen(annotation, 'Widget') && !isWithin(annotation, 'Form', pdf),
  }),
  eachAnnotation({
    id: '28-011',
    clause: '7.18.5',
    chinese: '链接不在 Link 标签下',
    english: 'A link is not within a Link element',
    isWrong: (annotation, pdf) => isSeen(annotation, 'Link') && !isWithin(annotation, 'Link', pdf),
  }),
  eachAnnotation({
    id: '28-012',
    clause: '7.18.5',
    chinese: '链接没有说明（Contents）',
    english: 'A link does not say in Contents where it leads',
    isWrong: (annotation) => isSeen(annotation, 'Link') && !textAt(annotation.dictionary, 'Contents'),
  }),
  {
    id: '28-013',
    clause: '7.18.5',
    english: 'What IsMap does is offered in no other way',
    kind: 'not applicable to what lectern writes',
    why: 'It writes no image maps; `x-is-plain` reports any.',
  },
  {
    id: '28-014',
    clause: '7.18.6.2',
    chinese: '媒体没有内容类型（CT）',
    english: 'The data of a media clip have no CT',
    kind: 'checked',
    find: ({dictionaries}) => mediaClips(dictionaries).flatMap((clip) => inDocument(!textAt(clip, 'CT'))),
  },
  {
    id: '28-015',
    clause: '7.18.6.2',
    chinese: '媒体没有替代文字（Alt）',
    english: 'The data of a media clip have no Alt',
    kind: 'checked',
    find: ({dictionaries}) =>
      mediaClips(dictionaries).flatMap((clip) => inDocument(valueAt(clip, 'Alt') === undefined)),
  },
  eachAnnotation({
    id: '28-016',
    clause: '7.18.7',
    chinese: '附件注释没有文件名（F 和 UF）',
    english: 'The file of a file attachment has no F or no UF',
    isWrong: ({dictionary, subtype}) => subtype === 'FileAttachment' && !isFileNamed(dictionaryAt(dictionary, 'FS')),
  }),
  eachAnnotation({
    id: '28-017',
    clause: '7.18.8',
    chinese: '印刷标记（PrinterMark）在标签树里',
    english: 'A printer’s mark is in the structure tree',
    isWrong: ({dictionary, subtype}, {structure}) =>
      subtype === 'PrinterMark' && structure.elementOfObject.has(dictionary),
  }),
]

const isSeen = ({isUnseen, subtype}: PageAnnotation, expected: string) => !isUnseen && subtype === expected
const isWithin = ({dictionary}: PageAnnotation, role: string, {structure}: PdfFile) =>
  enclosing(structure.elementOfObject.get(dictionary), role) !== undefined

/** ISO 32000-1, table 274. */
const mediaClips = (dictionaries: readonly PDFDict[]) =>
  dictionaries.filter((one) => nameAt(one, 'S') === 'MCD' && nameAt(one, 'Type') !== 'StructElem')
