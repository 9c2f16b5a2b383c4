import type {Table as TableNode} from 'mdast'
import type {Table} from '../../model/block.ts'
import {blockBase} from '../block-base.ts'
import {numberBlock} from '../number-block.ts'
import type {Scope} from '../scope.ts'

/** A table; numbered when it has a caption or an id. */
export function buildTable(node: TableNode, scope: Scope): Table {
  const base = blockBase(node, scope)
  const caption = node.data?.caption ?? []
  const isNumbered = caption.length > 0 || Boolean(node.data?.attributes?.id)
  const [header, ...rows] = node.children.map((row) => row.children.map((cell) => cell.children))
  return {
    type: 'table',
    ...base,
    align: node.align ?? [],
    header: header ?? [],
    rows,
    caption,
    ...(isNumbered ? {label: numberBlock('table', base.id, scope.chapter)} : {}),
  }
}
