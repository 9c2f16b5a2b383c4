import type {PDFDict} from '@cantoo/pdf-lib'
import type {Condition} from '../condition.ts'
import {fieldsOf, type PageAnnotation} from '../file/annotations.ts'
import {dictionariesAt, nameAt, textAt} from '../file/entries.ts'
import {inDocument, type Finding} from '../finding.ts'
import type {PdfFile} from '../read-pdf-file.ts'
import {eachAnnotation} from './each-annotation.ts'

const onlyLinks = {
  kind: 'not applicable to what lectern writes',
  why: 'It writes no annotations but links.',
} as const

/** Subtypes of ISO 32000-1, table 169. */
const known: ReadonlySet<string> = new Set([
  'Text',
  'Link',
  'FreeText',
  'Line',
  'Square',
  'Circle',
  'Polygon',
  'PolyLine',
  'Highlight',
  'Underline',
  'Squiggly',
  'StrikeOut',
  'Stamp',
  'Caret',
  'Ink',
  'Popup',
  'FileAttachment',
  'Sound',
  'Movie',
  'Widget',
  'Screen',
  'PrinterMark',
  'TrapNet',
  'Watermark',
  '3D',
  'Redact',
])

/** Those with provisions of their own; a pop-up belongs to the annotation that it shows. */
const special: ReadonlySet<string> = new Set(['Widget', 'Link', 'PrinterMark', 'Popup', 'TrapNet'])

export const annotations: readonly Condition[] = [
  {
    id: '28-001',
    clause: '7.18.1',
    english: 'An annotation is not in the order of reading',
    kind: 'needs a person',
    why: 'Chromium puts a link where its text stands; 28-011 and `x-structure-is-sound` check that it is in the tree.',
  },
  eachAnnotation({
    id: '28-002',
    clause: '7.18.1',
    chinese: '注释不在 Annot 标签下',
    english: 'An annotation is not a child of an Annot element',
    note: 'Pop-ups are left out: they belong to the annotation that they show. So are annotations that are hidden or outside the page, here and below.',
    isWrong: (annotation, pdf) =>
      isOrdinary(annotation) && known.has(annotation.subtype) && !isInAnnot(annotation, pdf),
  }),
  {
    id: '28-003',
    clause: '7.18.1',
    english: 'An annotation that only looks like something is not tagged as it',
    ...onlyLinks,
  },
  eachAnnotation({
    id: '28-004',
    clause: '7.18.1',
    chinese: '注释没有说明（Contents），其标签也没有替代文字',
    english: 'An annotation has no Contents, and its element no alternative text',
    note: 'Links are 28-012, which asks for more.',
    isWrong: (annotation, pdf) =>
      isOrdinary(annotation) && known.has(annotation.subtype) && !isDescribed(annotation, pdf),
  }),
  {
    id: '28-005',
    clause: '7.18.1',
    chinese: '表单项没有说明（TU），其标签也没有替代文字',
    english: 'A form field has no TU, and its element no alternative text',
    kind: 'checked',
    find: ({catalog, structure}) =>
      fieldsOf(catalog).flatMap((field) => {
        const widgets = [field, ...dictionariesAt(field, 'Kids')]
        const elements = widgets.map((widget) => structure.elementOfObject.get(widget)?.dictionary)
        const isSaid = Boolean(textAt(field, 'TU')) || elements.some((element) => textAt(element, 'Alt'))
        return inDocument(!isSaid, textAt(field, 'T') ?? '')
      }),
  },
  eachAnnotation({
    id: '28-006',
    clause: '7.18.2',
    chinese: '未定义的注释类型不合 7.18.1',
    english: 'An annotation of an undefined subtype does not meet 7.18.1',
    isWrong: (annotation, pdf) =>
      isOrdinary(annotation) &&
      !known.has(annotation.subtype) &&
      !(isInAnnot(annotation, pdf) && isDescribed(annotation, pdf)),
  }),
  eachAnnotation({
    id: '28-007',
    clause: '7.18.2',
    chinese: '文件含有 TrapNet 注释',
    english: 'There is an annotation of subtype TrapNet',
    isWrong: ({subtype}) => subtype === 'TrapNet',
  }),
  {
    id: '28-008',
    clause: '7.18.3',
    chinese: '有注释的页没有 Tabs',
    english: 'A page with annotations has no Tabs',
    kind: 'checked',
    find: ({pages}) => findTabs(pages, (tabs) => tabs === ''),
  },
  {
    id: '28-009',
    clause: '7.18.3',
    chinese: '有注释的页的 Tabs 不是 S',
    english: 'The Tabs of a page with annotations is not S',
    kind: 'checked',
    find: ({pages}) => findTabs(pages, (tabs) => tabs !== '' && tabs !== 'S'),
  },
]

const isOrdinary = ({isUnseen, subtype}: PageAnnotation) => !isUnseen && !special.has(subtype)
const isInAnnot = ({dictionary}: PageAnnotation, {structure}: PdfFile) =>
  structure.elementOfObject.get(dictionary)?.role === 'Annot'
const isDescribed = ({dictionary}: PageAnnotation, {structure}: PdfFile) =>
  Boolean(textAt(dictionary, 'Contents') || textAt(structure.elementOfObject.get(dictionary)?.dictionary, 'Alt'))

function findTabs(pages: readonly PDFDict[], isWrong: (tabs: string) => boolean): Finding[] {
  return pages.flatMap((page, index) => {
    const tabs = nameAt(page, 'Tabs')
    const hasAnnotations = dictionariesAt(page, 'Annots').length > 0
    return hasAnnotations && isWrong(tabs) ? [{page: index + 1, detail: tabs}] : []
  })
}
