import type {PhrasingContent} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {endsIn} from '../model/sentences.ts'
import {phrasingLength} from './text-length.ts'

const clauseMark = /[，；：。！？,;:](?=\s|$|[^\d\s])/gu
const wordSign = /[\p{L}\p{N}]/u

/**
 * What a slide shows of a paragraph, `longest` in Chinese characters: all of it when it is short, else its first sentence when that is short, else its
 * bold lead-in. `undefined` when there is none. Marks of notes stay with what they follow.
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
export const hasBoldStart = (children: readonly PhrasingContent[]): boolean => firstWords(children)?.type === 'strong'

const firstWords = (children: readonly PhrasingContent[]) => children.find((child) => wordSign.test(toString(child)))

/** The words in bold that a paragraph begins with, without their colon or full stop. */
export function boldLead(children: readonly PhrasingContent[]): readonly PhrasingContent[] {
  const first = firstWords(children)
  return first?.type === 'strong' ? trimEnd(first.children) : children
}

/** The first sentence, or of a very long one the first clause. */
export function sentenceLead(children: readonly PhrasingContent[], longest: number): readonly PhrasingContent[] {
  const sentence = cutAt(children, sentenceEnd)
  return trimEnd(phrasingLength(sentence) > 2 * longest ? cutAt(sentence, clauseAt) : sentence)
}

/** Place after the mark that ends the first sentence of a text, or its first clause, from a place on; negative where none does. */
type FindEnd = (text: string, from: number) => number

const sentenceEnd: FindEnd = (text, from) => endsIn(text).find((end) => end > from) ?? -1
const clauseAt: FindEnd = (text, from) => {
  const found = Array.from(text.matchAll(clauseMark)).find(
    ({index}) => index >= from && !isInBrackets(text.slice(0, index)),
  )
  return found ? found.index + 1 : -1
}

/** Whether a bracket is open at the end of a text: what is in it is no clause of its sentence. */
const isInBrackets = (text: string) => text.split(/[(（]/u).length > text.split(/[)）]/u).length

/** Where words begin: a mark before the first of them ends nothing. */
function startOfWords(before: readonly PhrasingContent[], text: string): number {
  if (wordSign.test(toString(before))) return 0
  const start = text.search(wordSign)
  return start < 0 ? text.length : start
}

/** The marks of notes right behind a node. */
function notesAfter(nodes: readonly PhrasingContent[], index: number): readonly PhrasingContent[] {
  const rest = nodes.slice(index + 1)
  const end = rest.findIndex(({type}) => type !== 'footnoteReference')
  return end < 0 ? rest : rest.slice(0, end)
}

/** What is directly behind the marks of notes that follow a text; a text behind no mark is none. */
function textAfterNotes(nodes: readonly PhrasingContent[], index: number): string {
  const {length} = notesAfter(nodes, index)
  const next = length > 0 ? nodes[index + length + 1] : undefined
  return next?.type === 'text' ? next.value : ''
}

/** Everything up to the first end in a text that stands directly in the paragraph. */
function cutAt(nodes: readonly PhrasingContent[], findEnd: FindEnd): PhrasingContent[] {
  const kept: PhrasingContent[] = []
  for (const [index, node] of nodes.entries()) {
    // What comes after the mark of a note says whether a point before the mark ends a sentence.
    const end =
      node.type === 'text' ? findEnd(node.value + textAfterNotes(nodes, index), startOfWords(kept, node.value)) : -1
    if (node.type === 'text' && end > 0 && end <= node.value.length) {
      const value = node.value.slice(0, end)
      const notes = value.length === node.value.length ? notesAfter(nodes, index) : []
      return [...kept, {...node, value}, ...notes]
    }
    kept.push(node)
  }
  return kept
}

/** Without the full stop or colon that ends a sentence: a line on a slide is not one. */
function trimEnd(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const last = nodes.at(-1)
  if (last?.type === 'footnoteReference') return [...trimEnd(nodes.slice(0, -1)), last]
  if (last?.type !== 'text' || !wordSign.test(toString([...nodes]))) return [...nodes]
  const value = last.value.replace(/[。；：，,;:]+\s*$/u, '')
  return [...nodes.slice(0, -1), ...(value ? [{...last, value}] : [])]
}
