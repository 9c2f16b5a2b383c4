import type {Table as TableNode} from 'mdast'
import {reportProblem} from '../../diagnostics/report-problem.ts'
import type {Table} from '../../model/block.ts'
import {blockBase} from '../block-base.ts'
import {checkAttributes} from '../check-attributes.ts'
import {numberBlock} from '../number-block.ts'
import type {Scope} from '../scope.ts'
import {wordsOf} from '../words-of.ts'
import {partColumns, type Columns} from './part-columns.ts'

/** A table; several, one below the other, where its columns do not fit side by side. The first has its caption, label and id. */
export function buildTable(node: TableNode, scope: Scope): Table[] {
  const rows = node.children.map((row) => row.children.map((cell) => cell.children))
  const [first, ...others] = partColumns(rows, node.align?.length ?? 0)
  if (!first || others.length === 0) return [buildWhole(node, first?.isTight ?? false, scope)]
  reportParts(node, others.length + 1, scope)
  const {widths: _widths, ...values} = node.data?.attributes?.values ?? {}
  const attributes = node.data?.attributes ? {attributes: {...node.data.attributes, values}} : {}
  return [
    buildWhole({...partOf(node, first), data: {...node.data, ...attributes}}, first.isTight, scope),
    ...others.map((part) => buildWhole({...partOf(node, part), data: {}}, part.isTight, scope)),
  ]
}

/** The table with some of its columns. */
function partOf(node: TableNode, {columns}: Columns): TableNode {
  const children = node.children.map((row) => ({
    ...row,
    children: columns.flatMap((column) => row.children[column] ?? []),
  }))
  return {...node, align: columns.map((column) => node.align?.[column] ?? null), children}
}

function reportParts(node: TableNode, count: number, scope: Scope): void {
  reportProblem(scope.chapter.file, {
    ruleId: 'table-fits',
    reason: `表有 ${node.align?.length ?? 0} 列，一页放不下，分成了 ${count} 个 / Unexpected table of ${node.align?.length ?? 0} columns: it does not fit on a page and is shown as ${count} tables`,
    place: node,
    hint: '缩短文字，或行列互换 / shorten its words, or turn rows into columns',
  })
}

/** Numbered when it has a caption or an id. */
function buildWhole(node: TableNode, isTight: boolean, scope: Scope): Table {
  const base = blockBase(node, scope)
  const caption = node.data?.caption ?? []
  const isNumbered = caption.length > 0 || Boolean(node.data?.attributes?.id)
  checkAttributes(node, {of: ['表', 'a table'], names: ['widths']}, scope)
  const [header, ...rows] = node.children.map((row) => row.children.map((cell) => cell.children))
  return {
    type: 'table',
    ...base,
    align: node.align ?? [],
    header: header ?? [],
    rows,
    caption,
    widths: readWidths(node, scope),
    ...(isTight ? {isTight} : {}),
    ...(isNumbered ? {label: numberBlock('table', base.id, scope.chapter)} : {}),
  }
}

/** `widths="1,3,2"` as shares of the table's width; empty where the browser is to choose. */
function readWidths(node: TableNode, scope: Scope): number[] {
  const {widths} = node.data?.attributes?.values ?? {}
  if (widths === undefined) return []
  const shares = wordsOf(widths).map((word) => Number.parseFloat(word))
  const sum = shares.reduce((total, share) => total + share, 0)
  const count = node.align?.length ?? 0
  if (shares.length === count && sum > 0) return shares.map((share) => Math.round((1000 * share) / sum) / 10)
  reportProblem(scope.chapter.file, {
    ruleId: 'attribute-is-known',
    reason: `列宽 \`${widths}\` 与 ${count} 列对不上 / Unexpected widths, expected ${count} numbers`,
    place: node,
    hint: '例如 For instance: widths="1,3,2"',
  })
  return []
}
