import type {PhrasingContent} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {sentencesOf} from '../../model/sentences.ts'
import {textLength} from '../../model/text-length.ts'

export const lengthOf = (nodes: readonly PhrasingContent[]): number => textLength(toString([...nodes]))

/** What a slide keeps of a paragraph: the whole, a part, or nothing. */
export type Kept = readonly PhrasingContent[] | undefined

/**
 * The table of docs/slides.md, read from its words and not from the code that makes slides: a paragraph of at most
 * `longest` characters whole, a longer one by a first sentence that short, else by the words in bold that it begins with.
 */
export function leadOf(children: readonly PhrasingContent[], longest: number): Kept {
  if (lengthOf(children) <= longest) return children
  const sentence = firstSentence(children)
  if (lengthOf(sentence) <= longest) return sentence
  return boldOf(children)
}

/** Where there must be something: else the first sentence, of one over twice as long its first clause. */
export function someLeadOf(children: readonly PhrasingContent[], longest: number): readonly PhrasingContent[] {
  return leadOf(children, longest) ?? sentenceOf(children, longest)
}

export function sentenceOf(children: readonly PhrasingContent[], longest: number): readonly PhrasingContent[] {
  const sentence = firstSentence(children)
  return lengthOf(sentence) > 2 * longest ? firstClause(sentence) : sentence
}

/** The words in bold that a paragraph begins with. */
export function boldOf(children: readonly PhrasingContent[]): readonly PhrasingContent[] | undefined {
  const first = children.find((child) => isWord.test(toString(child)))
  return first?.type === 'strong' ? first.children : undefined
}

/** Whether less is kept than there is; that a full stop goes counts, for a paragraph that does not fit. */
export const isPart = (kept: readonly PhrasingContent[], children: readonly PhrasingContent[]): boolean =>
  lengthOf(kept) < lengthOf(children) || (kept !== children && losesMark(kept))

/** Whether a full stop or colon goes at the end: one in the paragraph's own text, before the mark of a note, and not where it is all there is. */
export function losesMark(kept: readonly PhrasingContent[]): boolean {
  const last = kept.findLast(({type}) => type !== 'footnoteReference')
  return last?.type === 'text' && /[。；：，,;:]\s*$/u.test(last.value) && isWord.test(toString([...kept]))
}

/** Marks before the first word are of its sentence. */
function firstSentence(children: readonly PhrasingContent[]): readonly PhrasingContent[] {
  const sentences = sentencesOf(children)
  const first = sentences.findIndex((sentence) => isWord.test(toString(sentence)))
  return first < 0 ? children : sentences.slice(0, first + 1).flat()
}

/** Up to the first comma after a word that stands directly in the paragraph, and in no brackets. */
function firstClause(nodes: readonly PhrasingContent[]): readonly PhrasingContent[] {
  let hasWords = false
  for (const [at, node] of nodes.entries()) {
    if (node.type === 'text') {
      const end = clauseIn(node.value, hasWords)
      if (end > 0) return [...nodes.slice(0, at), {...node, value: node.value.slice(0, end)}]
    }
    hasWords ||= isWord.test(toString(node))
  }
  return nodes
}

const isWord = /[\p{L}\p{N}]/u

/** Behind the mark that ends the clause; 0 where none does. */
function clauseIn(text: string, hasWordsBefore: boolean): number {
  let hasWords = hasWordsBefore
  let open = 0
  for (const [index, sign] of text.split('').entries()) {
    if ('(（'.includes(sign)) open++
    else if (')）'.includes(sign)) open--
    else if (isWord.test(sign)) hasWords = true
    else if (hasWords && open <= 0 && clauseEnd.test(text.slice(index, index + 2))) return index + 1
  }
  return 0
}

const clauseEnd = /^(?:[，；：。！？]|[,;:](?=\s|$|\D))/u
