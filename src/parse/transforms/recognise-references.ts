import type {PhrasingContent, Root, Text} from 'mdast'
import type {Position} from 'unist'
import {visit, SKIP} from 'unist-util-visit'

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
  let end = 0
  const addText = (to: number) => {
    if (to > end) parts.push({type: 'text', value: node.value.slice(end, to), ...positionWithin(node, end, to)})
  }
  for (const match of node.value.matchAll(reference)) {
    const target = (match.groups?.['target'] ?? '').replace(/[-_]+$/u, '')
    addText(match.index)
    end = match.index + 1 + target.length
    parts.push({type: 'crossReference', target, ...positionWithin(node, match.index, end)})
  }
  addText(node.value.length)
  return parts
}

/** The place of a part of a text: right as long as the text has no escapes and no container's marks at line starts. */
function positionWithin({position, value}: Text, from: number, to: number): {position?: Position} {
  if (!position) return {}
  const pointAt = (index: number) => {
    const lines = value.slice(0, index).split('\n')
    const column = (lines.at(-1)?.length ?? 0) + (lines.length === 1 ? position.start.column : 1)
    return {line: position.start.line + lines.length - 1, column}
  }
  return {position: {start: pointAt(from), end: pointAt(to)}}
}
