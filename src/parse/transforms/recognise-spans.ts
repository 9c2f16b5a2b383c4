import type {Parents, PhrasingContent, Root} from 'mdast'
import {visit} from 'unist-util-visit'
import {readAttributes} from '../attributes.ts'
import type {InlineRole} from '../../model/mdast.ts'

const closing = /\]\{(?<inner>[^{}\n]+)\}/u

/** `[文字]{.class #id lang=en}`: Pandoc's bracketed spans, which may hold other inline content. */
export function recogniseSpans(tree: Root): void {
  visit(tree, (node) => {
    if (!('children' in node)) return
    // Each turn takes out one closing bracket.
    while (replaceFirstSpan(node));
  })
}

function replaceFirstSpan(parent: Parents): boolean {
  const children = parent.children as PhrasingContent[]
  for (const [last, node] of children.entries()) {
    if (node.type !== 'text') continue
    const match = closing.exec(node.value)
    if (!match) continue
    const opening = findOpening(children, last, match.index)
    if (!opening) return false
    const span = toSpan(children, opening, {last, index: match.index, inner: match.groups?.['inner'] ?? ''})
    const before = textBefore(children[opening.first], opening.index)
    const after = node.value.slice(match.index + match[0].length)
    const tail: PhrasingContent[] = after ? [{...node, value: after}] : []
    children.splice(opening.first, last - opening.first + 1, ...before, span, ...tail)
    return true
  }
  return false
}

interface Opening {
  readonly first: number
  readonly index: number
}

/** The bracket that a closing one belongs to; pairs in between are skipped. */
function findOpening(children: readonly PhrasingContent[], last: number, end: number): Opening | undefined {
  let depth = 1
  for (let first = last; first >= 0; first--) {
    const node = children[first]
    if (node?.type !== 'text') continue
    for (let index = (first === last ? end : node.value.length) - 1; index >= 0; index--) {
      if (node.value[index] === ']') depth++
      if (node.value[index] === '[') depth--
      if (depth === 0) return {first, index}
    }
  }
  return undefined
}

function toSpan(
  children: readonly PhrasingContent[],
  {first, index}: Opening,
  end: {last: number; index: number; inner: string},
): InlineRole {
  const content = children.slice(first, end.last + 1).flatMap((node, offset): PhrasingContent[] => {
    if (node.type !== 'text') return [node]
    const from = offset === 0 ? index + 1 : 0
    const value = node.value.slice(from, first + offset === end.last ? end.index : undefined)
    return value ? [{...node, value}] : []
  })
  const position = children[first]?.position
  return {
    type: 'inlineRole',
    role: 'span',
    children: content,
    data: {attributes: readAttributes(end.inner)},
    ...(position ? {position} : {}),
  }
}

function textBefore(node: PhrasingContent | undefined, end: number): PhrasingContent[] {
  return node?.type === 'text' && end > 0 ? [{...node, value: node.value.slice(0, end)}] : []
}
