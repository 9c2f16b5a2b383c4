import type {PhrasingContent, Root, Text} from 'mdast'
import {SKIP, visit} from 'unist-util-visit'
import {replaceAt} from '../../model/replace-at.ts'

/**
 * `H~2~O` and `x^2^` (Pandoc), only with letters, digits and signs inside: Chinese writes ranges with a tilde
 * (`3~5天，7~10天`), which GFM would strike through.
 */
const script =
  /(?<=[\p{L}\p{N})\]）])(?:~(?<sub>[\p{Script=Latin}\p{Script=Greek}\d+\-−]{1,12})~|\^(?<sup>[\p{Script=Latin}\p{Script=Greek}\d+\-−]{1,12})\^)(?![\p{N}])/gu

export function recogniseScripts(tree: Root): void {
  visit(tree, 'text', (node, index, parent) => {
    if (!parent || index === undefined) return undefined
    const parts = splitScripts(node)
    if (parts.length === 1) return undefined
    replaceAt(parent.children, index, parts as never[])
    return [SKIP, index + parts.length]
  })
}

function splitScripts(node: Text): PhrasingContent[] {
  const parts: PhrasingContent[] = []
  const place = node.position ? {position: node.position} : {}
  let end = 0
  for (const match of node.value.matchAll(script)) {
    const {sub, sup} = match.groups ?? {}
    if (match.index > end) parts.push({type: 'text', value: node.value.slice(end, match.index), ...place})
    const children: PhrasingContent[] = [{type: 'text', value: sub ?? sup ?? ''}]
    parts.push({type: 'inlineRole', role: sub ? 'sub' : 'sup', children, ...place})
    end = match.index + match[0].length
  }
  if (end === 0) return [node]
  if (end < node.value.length) parts.push({type: 'text', value: node.value.slice(end), ...place})
  return parts
}
