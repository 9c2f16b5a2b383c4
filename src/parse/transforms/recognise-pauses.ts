import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'

/** `. . .` on a line of its own is a pause (Pandoc). */
export function recognisePauses(tree: Root): void {
  visit(tree, 'paragraph', (node, index, parent) => {
    const [only, ...others] = node.children
    if (others.length > 0 || only?.type !== 'text' || only.value.trim() !== '. . .') return
    if (parent && index !== undefined) {
      parent.children[index] = {type: 'pause', ...(node.position ? {position: node.position} : {})}
    }
  })
}
