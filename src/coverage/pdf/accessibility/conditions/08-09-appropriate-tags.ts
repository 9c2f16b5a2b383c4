import type {CheckedCondition, Condition} from '../condition.ts'
import type {Finding} from '../finding.ts'
import {syntaxes, syntaxError} from '../structure/syntax.ts'
import type {PdfFile} from '../read-pdf-file.ts'

const noOcr = {
  kind: 'not applicable to what lectern writes',
  why: 'Text comes from the source and never from recognition.',
} as const

export const appropriateTags: readonly Condition[] = [
  {id: '08-001', clause: '7.1', english: 'Recognised text has many mistakes', ...noOcr},
  {id: '08-002', clause: '7.1', english: 'Recognised text is not tagged', ...noOcr},
  {
    id: '09-001',
    clause: '7.2',
    english: 'Tags are not in the order of reading',
    kind: 'needs a person',
    why: 'Within a figure or a slide of columns it is a matter of taste; that blocks stand whole and in their order is checked by `block-is-covered`, which reads text in the order of tags.',
  },
  {
    id: '09-002',
    clause: '7.2',
    english: 'Elements are nested in a way that means nothing',
    kind: 'needs a person',
    why: 'Only the parts of tables, lists, contents and ruby have rules that a program can hold.',
  },
  {
    id: '09-003',
    clause: '7.2',
    english: 'The type of an element, as it is mapped, does not suit what it holds',
    kind: 'needs a person',
    why: 'See 01-006.',
  },
  nesting({id: '09-004', chinese: '表格', english: 'a table'}, ['Table', 'THead', 'TBody', 'TFoot', 'TR', 'TH', 'TD']),
  {
    ...nesting({id: '09-005', chinese: '列表', english: 'a list'}, ['L', 'LI', 'LBody']),
    note: 'A list may stand directly in a list, and be empty: ISO 32000-1 says what its children *should* be.',
  },
  nesting({id: '09-006', chinese: '目录', english: 'a table of contents'}, ['TOC', 'TOCI']),
  nesting({id: '09-007', chinese: '注音', english: 'ruby'}, ['Ruby', 'RB', 'RT', 'RP']),
  nesting({id: '09-008', chinese: '双行夹注', english: 'warichu'}, ['Warichu', 'WT', 'WP']),
]

function nesting(
  words: Pick<CheckedCondition, 'id' | 'chinese' | 'english'>,
  roles: readonly string[],
): CheckedCondition {
  const {chinese, english, id} = words
  return {
    id,
    clause: '7.2',
    chinese: `${chinese}的标签结构不合规定`,
    english: `The tags of ${english} are not nested as they must be`,
    kind: 'checked',
    find: (pdf) => findNesting(pdf, new Set(roles)),
  }
}

/** Details: an element, and what it has or stands in against the rules. */
function* findNesting({structure}: PdfFile, roles: ReadonlySet<string>): Generator<Finding> {
  for (const element of structure.elements) {
    const syntax = roles.has(element.role) ? syntaxes[element.role] : undefined
    const detail = syntax && syntaxError(element, syntax)
    if (detail) yield {page: element.page, detail}
  }
}
