import type {Nodes, PhrasingContent, Root} from 'mdast'
import {visit} from 'unist-util-visit'
import {descendPhrasing} from '../../model/walk.ts'

/** Blocks that hold inline content. */
const holders: ReadonlySet<string> = new Set(['defListTerm', 'heading', 'paragraph', 'tableCell'])

/** `[word]{#id}` marks a place that links lead to: that of the block in which it stands. */
export function markAnchors(tree: Root): void {
  visit(tree, (node: Nodes) => {
    if (!holders.has(node.type) || !('children' in node)) return
    const inside = [...descendPhrasing(node.children as PhrasingContent[])]
    const names = inside.flatMap(({data}) => data?.attributes?.id || [])
    if (names.length > 0) node.data = {...node.data, anchors: [...(node.data?.anchors ?? []), ...names]}
  })
}
