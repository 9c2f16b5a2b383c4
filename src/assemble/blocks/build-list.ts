import type {List as ListNode} from 'mdast'
import type {List} from '../../model/block.ts'
import {blockBase, positionOf} from '../block-base.ts'
import type {Scope} from '../scope.ts'

export function buildList(node: ListNode, scope: Scope): List {
  return {
    type: 'list',
    ...blockBase(node, scope),
    marker: node.data?.explains ? 'annotation' : node.ordered ? 'number' : 'bullet',
    start: node.start ?? 1,
    items: node.children.map((item) => ({
      ...(typeof item.checked === 'boolean' ? {checked: item.checked} : {}),
      blocks: scope.chapter.buildBlocks(item.children, scope),
      position: positionOf(item),
    })),
  }
}
