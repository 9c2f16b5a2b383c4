import type {PDFDict} from '@cantoo/pdf-lib'
import {annotationsOf, fieldsOf} from '../file/annotations.ts'
import type {Condition} from '../condition.ts'
import {dictionariesAt, dictionaryAt, textAt} from '../file/entries.ts'
import {inDocument, type Finding} from '../finding.ts'
import {unmappedCodes} from '../fonts/unmapped-codes.ts'
import type {PdfFile} from '../read-pdf-file.ts'
import {append} from '../../../../model/append.ts'

const noWords = '的自然语言无法确定'

export const text: readonly Condition[] = [
  {
    id: '10-001',
    clause: '7.2',
    chinese: '字符代码无法转换成 Unicode',
    english: 'A character code cannot be mapped to Unicode',
    kind: 'checked',
    note: 'Of fonts that map codes at all; those that do not are 31-027. In formulas it is 17-003.',
    find: ({fonts}) => unmappedCodes(fonts, 'inText'),
  },
  {
    id: '11-001',
    clause: '7.2',
    chinese: `正文${noWords}`,
    english: 'The language of text on a page cannot be determined',
    kind: 'checked',
    find: ({content}) => content.textWithoutLanguage,
  },
  {
    id: '11-002',
    clause: '7.2',
    chinese: `替代文字（Alt、ActualText、E）${noWords}`,
    english: 'The language of Alt, ActualText or E cannot be determined',
    kind: 'checked',
    find: ({content, language, structure}) => [
      ...structure.elements
        .filter((element) => !language && !element.language && hasWords(element.dictionary))
        .map(({page, type}) => ({page, detail: type})),
      ...content.wordsWithoutLanguage,
    ],
  },
  {
    id: '11-003',
    clause: '7.2',
    chinese: `书签${noWords}`,
    english: 'The language of the bookmarks cannot be determined',
    kind: 'checked',
    find: ({catalog, language}) =>
      language ? [] : outlineTitles(catalog).flatMap((title) => inDocument(!saysLanguage(title), title)),
  },
  {
    id: '11-004',
    clause: '7.2',
    chinese: `注释的说明（Contents）${noWords}`,
    english: 'The language of the Contents of an annotation cannot be determined',
    kind: 'checked',
    find: findAnnotationsWithoutLanguage,
  },
  {
    id: '11-005',
    clause: '7.2',
    chinese: `表单项的说明（TU）${noWords}`,
    english: 'The language of the TU of a form field cannot be determined',
    kind: 'checked',
    find: ({catalog, language}) =>
      fieldsOf(catalog).flatMap((field) => {
        const words = textAt(field, 'TU')
        return inDocument(!language && words !== undefined && !saysLanguage(words), words)
      }),
  },
  {
    id: '11-006',
    clause: '7.2',
    chinese: `元数据${noWords}`,
    english: 'The language of the metadata cannot be determined',
    kind: 'checked',
    find: ({language, metadata}) =>
      inDocument(!language && metadata !== undefined && metadata.titleLanguages.length === 0),
  },
  {
    id: '11-007',
    clause: '7.2',
    english: 'The language that is given is not that of the text',
    kind: 'needs a person',
    why: 'Words of one language in a text of another are what the author marks; lectern does not guess.',
  },
  {
    id: '12-001',
    clause: '7.2',
    english: 'Stretched characters are not represented well',
    kind: 'not applicable to what lectern writes',
    why: 'Long brackets and roots are drawn as paths of a formula, which has a text of its own.',
  },
]

const hasWords = (element: PDFDict) => ['Alt', 'ActualText', 'E'].some((key) => textAt(element, key))

/** A text string may name its language itself, after an escape (ISO 32000-1, 14.9.2.2). */
const saysLanguage = (words: string) => words.startsWith('\u001B')

function outlineTitles(catalog: PDFDict): string[] {
  const titles: string[] = []
  const seen = new Set<PDFDict>()
  const open = dictionariesAt(dictionaryAt(catalog, 'Outlines'), 'First')
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    if (seen.has(item)) continue
    seen.add(item)
    titles.push(textAt(item, 'Title') ?? '')
    append(open, [...dictionariesAt(item, 'Next'), ...dictionariesAt(item, 'First')])
  }
  return titles
}

function* findAnnotationsWithoutLanguage({language, pages, structure}: PdfFile): Generator<Finding> {
  if (language) return
  for (const {dictionary, page, subtype} of annotationsOf(pages)) {
    const words = textAt(dictionary, 'Contents')
    if (!words || saysLanguage(words)) continue
    const own = [textAt(dictionary, 'Lang'), structure.elementOfObject.get(dictionary)?.language]
    if (!own.some(Boolean)) yield {page, detail: subtype}
  }
}
