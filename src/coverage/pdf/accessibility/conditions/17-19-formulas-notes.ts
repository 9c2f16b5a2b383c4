import type {Condition} from '../condition.ts'
import {textAt} from '../file/entries.ts'
import type {Finding} from '../finding.ts'
import {unmappedCodes} from '../fonts/unmapped-codes.ts'
import {idOf} from '../structure/structure-element.ts'
import type {PdfFile} from '../read-pdf-file.ts'

const person = 'needs a person' as const

export const formulasAndNotes: readonly Condition[] = [
  {
    id: '17-001',
    clause: '7.7',
    english: 'A mathematical expression is not tagged as Formula',
    kind: person,
    why: 'A letter in a sentence may be one; that formulas of the source become such tags is tested with the book.',
  },
  {
    id: '17-002',
    clause: '7.7',
    chinese: '公式没有替代文字',
    english: 'A formula has no alternative text',
    kind: 'checked',
    find: ({structure}) =>
      structure.elements
        .filter(({dictionary, role}) => role === 'Formula' && !textAt(dictionary, 'Alt'))
        .map(({page, type}) => ({page, detail: type})),
  },
  {
    id: '17-003',
    clause: '7.7',
    chinese: '公式里的字符代码无法转换成 Unicode',
    english: 'A character code of a formula cannot be mapped to Unicode',
    kind: 'checked',
    note: '10-001 inside formulas. Those that are drawn as paths have no codes.',
    find: ({fonts}) => unmappedCodes(fonts, 'inFormula'),
  },
  {
    id: '18-001',
    clause: '7.8',
    english: 'A running head or foot is not marked as pagination artifact',
    kind: person,
    why: 'What a running head is, a program cannot tell from any other artifact.',
  },
  {
    id: '18-002',
    clause: '7.8',
    english: 'A running head or foot is not classified as Header or Footer',
    kind: person,
    why: 'See 18-001.',
  },
  {
    id: '19-001',
    clause: '7.9',
    english: 'A footnote or endnote is not tagged as Note',
    kind: person,
    why: 'A note is known from what refers to it.',
  },
  {
    id: '19-002',
    clause: '7.9',
    english: 'A reference is not tagged as Reference',
    kind: person,
    why: 'See 19-001.',
  },
  {
    id: '19-003',
    clause: '7.9',
    chinese: '注（Note）没有标识（ID）',
    english: 'A note has no ID',
    kind: 'checked',
    find: ({structure}) =>
      structure.elements
        .filter((element) => element.role === 'Note' && idOf(element) === '')
        .map(({page, type}) => ({page, detail: type})),
  },
  {
    id: '19-004',
    clause: '7.9',
    chinese: '注（Note）的标识（ID）重复',
    english: 'The ID of a note is that of another',
    kind: 'checked',
    find: findRepeatedIds,
  },
]

function* findRepeatedIds({structure}: PdfFile): Generator<Finding> {
  const seen = new Set<string>()
  for (const element of structure.elements.filter(({role}) => role === 'Note')) {
    const id = idOf(element)
    if (id !== '' && seen.has(id)) yield {page: element.page, detail: id}
    seen.add(id)
  }
}
