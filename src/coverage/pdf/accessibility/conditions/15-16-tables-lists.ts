import type {Condition} from '../condition.ts'
import type {Finding} from '../finding.ts'
import {idOf} from '../structure/structure-element.ts'
import {cellsOf, headersOf, scopeOf} from '../structure/table.ts'
import type {PdfFile} from '../read-pdf-file.ts'

const person = 'needs a person' as const
const headerWhy = 'Which cells head others, the source says; a program sees cells.'
const orderedWhy = 'Whether a list is in an order, its source says; labels that are drawn say it to a person only.'

export const tablesAndLists: readonly Condition[] = [
  {id: '15-001', clause: '7.5', english: 'A cell that heads a row is not tagged as TH', kind: person, why: headerWhy},
  {
    id: '15-002',
    clause: '7.5',
    english: 'A cell that heads a column is not tagged as TH',
    kind: person,
    why: headerWhy,
  },
  {
    id: '15-003',
    clause: '7.5',
    chinese: '表头单元格没有说明方向（Scope），表格也没有用 Headers 关联',
    english: 'A header cell has no Scope, in a table whose cells do not name their headers',
    kind: 'checked',
    note: 'Cells name their headers when each that has Headers names cells of type TH in the same table, and one at least has it.',
    find: findHeadersWithoutScope,
  },
  {
    id: '15-004',
    clause: '7.5',
    english: 'What is not in rows and columns is tagged as a table',
    kind: person,
    why: 'A table of layout looks like any other.',
  },
  {
    id: '15-005',
    clause: '7.5',
    english: 'The header of a cell cannot be told for certain',
    kind: person,
    why: 'Where rows have as many columns as the first, which `x-table-is-regular` checks, Scope tells it by rule; where not, a person must.',
  },
  {id: '16-001', clause: '7.6', english: 'An ordered list has no ListNumbering', kind: person, why: orderedWhy},
  {
    id: '16-002',
    clause: '7.6',
    english: 'The ListNumbering of an ordered list is of an unordered one',
    kind: person,
    why: orderedWhy,
  },
  {
    id: '16-003',
    clause: '7.6',
    english: 'A list is not tagged as list',
    kind: person,
    why: 'Lines with dashes may be verse; that lists of the source become such tags is tested with the book.',
  },
]

function* findHeadersWithoutScope({structure}: PdfFile): Generator<Finding> {
  for (const table of structure.elements.filter(({role}) => role === 'Table')) {
    const cells = cellsOf(table)
    const headings = cells.filter(({role}) => role === 'TH')
    const ids = new Set(headings.map((heading) => idOf(heading)).filter(Boolean))
    const named = cells.map((cell) => headersOf(cell, structure.root)).filter(({length}) => length > 0)
    if (named.length > 0 && named.flat().every((id) => ids.has(id))) continue
    for (const heading of headings) {
      if (scopeOf(heading, structure.root) === '') yield {page: heading.page, detail: heading.type}
    }
  }
}
