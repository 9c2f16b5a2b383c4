import type {Definition, Root} from 'mdast'
import {visit} from 'unist-util-visit'

/** `[text][name]` and `![alt][name]` become plain links and images, and definitions go. */
export function resolveDefinitions(tree: Root): void {
  const definitions = new Map<string, Definition>()
  visit(tree, 'definition', (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node)
  })
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return
    const {position} = node
    const place = position ? {position} : {}
    if (node.type === 'linkReference') {
      const {title, url} = definitions.get(node.identifier) ?? {title: null, url: ''}
      parent.children[index] = {type: 'link', url, title: title ?? null, children: node.children, ...place}
    } else if (node.type === 'imageReference') {
      const {title, url} = definitions.get(node.identifier) ?? {title: null, url: ''}
      parent.children[index] = {type: 'image', url, title: title ?? null, alt: node.alt ?? '', ...place}
    }
  })
}
