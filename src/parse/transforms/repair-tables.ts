import type {Paragraph, PhrasingContent, Root, RootContent, Table, TableCell, TableRow} from 'mdast'
import type {Position} from 'unist'
import type {VFile} from 'vfile'
import {SKIP, visit} from 'unist-util-visit'
import {reportProblem} from '../../diagnostics/report-problem.ts'
import {parsedText} from '../parsed-text.ts'
import {parseMarkdown} from '../parse-markdown.ts'
import {append} from '../../model/append.ts'
import {replaceAt} from '../../model/replace-at.ts'

/**
 * Makes tables whole that GFM takes apart: the lines of one whose second row has another number of columns than its first stay text
 * there, and cells beyond the header vanish. Short rows are filled, which GFM allows.
 */
export function repairTables(tree: Root, file: VFile): void {
  const source = parsedText(file)
  visit(tree, 'paragraph', (node, index, parent) => {
    if (!parent || index === undefined) return undefined
    const made = readTable(node, {source, file})
    if (!made) return undefined
    replaceAt(parent.children, index, made as never[])
    return [SKIP, index + made.length]
  })
  visit(tree, 'table', (table) => {
    for (const row of table.children) fitRow(row, {columns: widthOf(table), source, file})
  })
}

const widthOf = ({children: [header]}: Table) => header?.children.length ?? 0

interface Place {
  readonly source: string
  readonly file: VFile
}

/** `| --- | :-: |`, which makes the line above it a header. */
const delimiters = /^ {0,3}\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/u

const cellsIn = (line: string) =>
  line
    .trim()
    .replace(/^\|/u, '')
    .replace(/(?<!\\)\|$/u, '')
    .split(/(?<!\\)\|/u).length

/** A table that its second row keeps from being one, with as many columns as the wider of the two; what stands before it stays. */
function readTable({position}: Paragraph, {file, source}: Place): RootContent[] | undefined {
  const {end, start} = position ?? {}
  if (start?.offset === undefined || end?.offset === undefined || start.column !== 1) return undefined
  const lines = source.slice(start.offset, end.offset).split('\n')
  const at = lines.findIndex(
    (line, index) => index > 0 && line.includes('|') && delimiters.test(line) && (lines[index - 1] ?? '').includes('|'),
  )
  const [header, row] = [lines[at - 1], lines[at]]
  if (header === undefined || row === undefined) return undefined
  const counts = [cellsIn(header), cellsIn(row)] as const
  if (counts[0] === counts[1]) return undefined
  const columns = Math.max(counts[0], counts[1])
  const place = {line: start.line + at, column: 1}
  reportProblem(file, {
    ruleId: 'table-row-fits',
    reason: `表头有 ${counts[0]} 格，分隔行有 ${counts[1]} 格 / Unexpected delimiter row of ${counts[1]} cells below a header of ${counts[0]}`,
    hint: `两行都写 ${columns} 格；单元格里的竖线写 \\| / write ${columns} in both; write \\| for a pipe in a cell`,
    place,
    cause: 'delimiter row',
  })
  const padded = (line: string, filling: string, count: number) =>
    `${line.trimEnd().replace(/(?<!\\)\|$/u, '')}${filling.repeat(columns - count)}|`
  lines[at - 1] = padded(header, '| ', counts[0])
  lines[at] = padded(row, '| --- ', counts[1])
  const {children} = parseMarkdown(lines.join('\n'))
  for (const child of children) moveDown(child, start.line - 1)
  return children
}

/** To where a node is written, without offsets, which are those of another text. */
function moveDown(node: RootContent, lines: number): void {
  const root: Root = {type: 'root', children: [node]}
  visit(root, (inner) => {
    if (inner.position) inner.position = {start: moved(inner.position.start), end: moved(inner.position.end)}
  })
  function moved({column, line}: Position['start']) {
    return {line: line + lines, column}
  }
}

interface RowPlace extends Place {
  readonly columns: number
}

function fitRow(row: TableRow, place: RowPlace): void {
  const {columns, file} = place
  const count = row.children.length
  while (row.children.length < columns) row.children.push({type: 'tableCell', children: []})
  if (count <= columns) return
  reportProblem(file, {
    ruleId: 'table-row-fits',
    reason: `这一行有 ${count} 格，表头有 ${columns} 格 / Unexpected row of ${count} cells, expected ${columns} as in the header`,
    hint: '单元格里的竖线写 \\|，代码和公式里也是 / write \\| for a pipe in a cell, also in code and formulas',
    place: row,
    cause: 'long row',
  })
  row.children = joinCells(row.children, place)
}

/** As many cells as there are columns: first those that a pipe in code or in a formula parts, then the last. */
function joinCells(cells: readonly TableCell[], place: RowPlace): TableCell[] {
  const groups = cells.map((cell) => [cell])
  const isOpen = (group: readonly TableCell[]) => {
    const raw = group.map((cell) => rawOf(cell, place) ?? '').join('|')
    return (raw.match(/`/gu)?.length ?? 0) % 2 === 1 || (raw.match(/(?<!\\)\$/gu)?.length ?? 0) % 2 === 1
  }
  for (let index = 0; index < groups.length - 1 && groups.length > place.columns; index++) {
    while (groups.length > place.columns && isOpen(groups[index] ?? []) && groups[index + 1])
      append(groups[index] ?? [], groups.splice(index + 1, 1)[0] ?? [])
  }
  const last = groups.splice(place.columns - 1).flat()
  return [...groups, last].map((group) => joined(group, place))
}

function rawOf({position}: TableCell, {source}: Place): string | undefined {
  const {end, start} = position ?? {}
  if (start?.offset === undefined || end?.offset === undefined) return undefined
  return source
    .slice(start.offset, end.offset)
    .replace(/^\|/u, '')
    .replace(/(?<!\\)\|$/u, '')
}

/** Cells as the one that their author meant: read anew with the pipes between them. */
function joined(group: readonly TableCell[], place: Place): TableCell {
  const [first, ...others] = group
  if (!first) return {type: 'tableCell', children: []}
  if (others.length === 0) return first
  const raws = group.map((cell) => rawOf(cell, place))
  if (raws.includes(undefined)) {
    const pipe: PhrasingContent = {type: 'text', value: ' | '}
    return {...first, children: group.flatMap(({children}, index) => [...(index > 0 ? [pipe] : []), ...children])}
  }
  const [paragraph] = parseMarkdown(
    raws
      .join('|')
      .replaceAll(String.raw`\|`, '|')
      .trim(),
  ).children
  const children = paragraph?.type === 'paragraph' ? paragraph.children : first.children
  for (const child of children) {
    const root: Root = {type: 'root', children: [child]}
    visit(root, (inner) => {
      if (first.position) inner.position = first.position
    })
  }
  return {...first, children}
}
