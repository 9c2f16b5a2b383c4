import type {Table as TableNode} from 'mdast'
import {reportProblem} from '../../diagnostics/report-problem.ts'
import type {Table} from '../../model/block.ts'
import {blockBase} from '../block-base.ts'
import {checkAttributes} from '../check-attributes.ts'
import {numberBlock} from '../number-block.ts'
import type {Scope} from '../scope.ts'
import {wordsOf} from '../words-of.ts'

/** More would leave a column less than half a centimetre of an A4 page. */
const mostColumns = 32

/** A table; numbered when it has a caption or an id. */
export function buildTable(node: TableNode, scope: Scope): Table {
  const base = blockBase(node, scope)
  const caption = node.data?.caption ?? []
  const isNumbered = caption.length > 0 || Boolean(node.data?.attributes?.id)
  checkColumns(node, scope)
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
    ...(isNumbered ? {label: numberBlock('table', base.id, scope.chapter)} : {}),
  }
}

function checkColumns(node: TableNode, scope: Scope): void {
  const count = node.align?.length ?? 0
  if (count <= mostColumns) return
  reportProblem(scope.chapter.file, {
    ruleId: 'table-fits',
    reason: `表有 ${count} 列 / Unexpected table of ${count} columns, expected at most ${mostColumns}`,
    place: node,
    hint: '拆成几个表，或行列互换 / split it, or turn rows into columns',
  })
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
