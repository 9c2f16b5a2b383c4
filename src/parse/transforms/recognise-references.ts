import type {PhrasingContent, Root, Text} from 'mdast'
import {visit, SKIP} from 'unist-util-visit'
import {placesWithin} from './places-within.ts'

/** Prefixes that make `@prefix-name` a cross-reference; any other `@` is text (mail addresses, decorators). */
const reference = /(?<![\w.@/])@(?<target>(?:fig|tbl|eq|lst|sec|exr|def|thm|lem|exm|rem)-[A-Za-z0-9][A-Za-z0-9_-]*)/gu

/** `@fig-x`, also right after Chinese text (见@fig-x), becomes a cross-reference. */
export function recogniseReferences(tree: Root): void {
  visit(tree, 'text', (node, index, parent) => {
    if (!node.value.includes('@') || !parent || index === undefined) return undefined
    const parts = splitReferences(node)
    if (parts.length === 1 && parts[0]?.type === 'text') return undefined
    parent.children.splice(index, 1, ...parts)
    return [SKIP, index + parts.length]
  })
}

function splitReferences(node: Text): PhrasingContent[] {
  const parts: PhrasingContent[] = []
  const placeOf = placesWithin(node)
  let end = 0
  const addText = (to: number) => {
    if (to > end) parts.push({type: 'text', value: node.value.slice(end, to), ...placeOf(end, to)})
  }
  for (const match of node.value.matchAll(reference)) {
    const target = (match.groups?.['target'] ?? '').replace(/(?<![-_])[-_]+$/u, '')
    addText(match.index)
    end = match.index + 1 + target.length
    parts.push({type: 'crossReference', target, ...placeOf(match.index, end)})
  }
  addText(node.value.length)
  return parts
}
