import type {List as ListNode} from 'mdast'
import type {List, ListMarker} from '../../model/block.ts'
import {blockBase, positionOf} from '../block-base.ts'
import type {Scope} from '../scope.ts'

export function buildList(node: ListNode, scope: Scope): List {
  return {
    type: 'list',
    ...blockBase(node, scope),
    marker: markerOf(node),
    start: node.start ?? 1,
    items: node.children.map((item) => ({
      ...(item.data?.label ? {label: item.data.label} : {}),
      ...(typeof item.checked === 'boolean' ? {checked: item.checked} : {}),
      blocks: scope.chapter.buildBlocks(item.children, scope),
      position: positionOf(item),
    })),
  }
}

function markerOf({children, data, ordered}: ListNode): ListMarker {
  if (data?.explains) return 'annotation'
  // Each item has its marker as text.
  if (children.every((item) => item.data?.label)) return 'label'
  return ordered ? 'number' : 'bullet'
}
