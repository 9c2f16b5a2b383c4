import type {PhrasingContent} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {phrasingLength} from './text-length.ts'

const sentenceEnd = /[。！？!?](?=[”’）]?)|\.(?=\s|$)/u
const clauseEnd = /[，；：。！？,;:](?=\s|$|[^\d\s])/u

/**
 * What a slide shows of a paragraph, `longest` in Chinese characters: all of it when it is short, else its first sentence when that is short, else its
 * bold lead-in. `undefined` when there is none. The mark of a note stays with what it follows.
 */
export function findLead(
  children: readonly PhrasingContent[],
  longest: number,
): readonly PhrasingContent[] | undefined {
  if (phrasingLength(children) <= longest) return children
  const sentence = cutAt(children, sentenceEnd)
  if (hasBoldStart(children) && phrasingLength(sentence) > longest) return boldLead(children)
  return phrasingLength(sentence) <= longest ? trimEnd(sentence) : undefined
}

/** The lead of a paragraph that has none that is short: its first sentence, or first clause, whatever its length. */
export function forceLead(children: readonly PhrasingContent[], longest: number): readonly PhrasingContent[] {
  return findLead(children, longest) ?? sentenceLead(children, longest)
}

/** Whether a paragraph begins with words in bold. */
export const hasBoldStart = (children: readonly PhrasingContent[]): boolean =>
  children.find((child) => toString(child).trim())?.type === 'strong'

/** The words in bold that a paragraph begins with, without their colon or full stop. */
export function boldLead(children: readonly PhrasingContent[]): readonly PhrasingContent[] {
  const first = children.find((child) => toString(child).trim())
  return first?.type === 'strong' ? trimEnd(first.children) : children
}

/** The first sentence, or of a very long one the first clause. */
export function sentenceLead(children: readonly PhrasingContent[], longest: number): readonly PhrasingContent[] {
  const sentence = cutAt(children, sentenceEnd)
  return trimEnd(phrasingLength(sentence) > 2 * longest ? cutAt(children, clauseEnd) : sentence)
}

/** Everything up to and including the first match in a text that stands directly in the paragraph. */
function cutAt(nodes: readonly PhrasingContent[], end: RegExp): PhrasingContent[] {
  const kept: PhrasingContent[] = []
  for (const [index, node] of nodes.entries()) {
    const match = node.type === 'text' ? end.exec(node.value) : null
    if (node.type === 'text' && match) {
      const value = node.value.slice(0, match.index + match[0].length)
      const next = nodes[index + 1]
      const mark = value.length === node.value.length && next?.type === 'footnoteReference' ? [next] : []
      return [...kept, {...node, value}, ...mark]
    }
    kept.push(node)
  }
  return kept
}

/** Without the full stop or colon that ends a sentence: a line on a slide is not one. */
function trimEnd(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const last = nodes.at(-1)
  if (last?.type === 'footnoteReference') return [...trimEnd(nodes.slice(0, -1)), last]
  if (last?.type !== 'text') return [...nodes]
  const value = last.value.replace(/[。；：，,;:]+\s*$/u, '')
  return [...nodes.slice(0, -1), ...(value ? [{...last, value}] : [])]
}
