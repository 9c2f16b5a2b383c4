import type {PhrasingContent} from 'mdast'
import {toString} from 'mdast-util-to-string'
import type {Block} from '../../../model/block.ts'
import type {Chapter} from '../../../model/course.ts'
import {textLength} from '../../../model/text-length.ts'
import {descend, descendPhrasing, ownPhrasing, phrasingOf} from '../../../model/walk.ts'

/** In a sentence; and no more of it than this part. */
const mostBlanks = 2
const largestPart = 0.5

/** Of a word, in Chinese characters. */
const shortest = 1.5
const longest = 8

const edges = /^[\p{P}\p{S}\s]+|[\p{P}\p{S}\s]+$/gu
const isClause = /[，。；！？,;!?\n]|[：:.].*\p{L}/u

/** A place at which the word would be part of a longer one in letters: a blank there would ask for something else. */
const letter = /[\p{Script=Latin}\p{Nd}]/u

/**
 * The words that key sentences ask for, in the order in which they come: what their author made bold, stressed or marked as
 * a term there, and the words `marked` as terms elsewhere. A word is asked for wherever it stands in a key sentence, so it
 * is none when a sentence would then have more than two blanks or be more than half blank. Clauses are no words, nor are
 * words that are part of one already chosen.
 */
export function chooseBlanks(sentences: readonly Block[], marked: readonly string[]): string[] {
  const paragraphs = Array.from(descend(sentences), (block) => wordsOf(block)).filter((nodes) => nodes.length > 0)
  const found = paragraphs.flatMap((nodes) => wordsIn(nodes))
  const texts = paragraphs.map((nodes) => ({text: toString([...nodes]), blanks: [] as string[]}))
  const chosen: string[] = []
  for (const word of new Set([...found, ...marked.flatMap((text) => asWord(text))])) {
    const isNew = !chosen.some((other) => other.includes(word) || word.includes(other))
    const places = isNew ? texts.filter(({text}) => text.includes(word)) : []
    if (places.length === 0 || !places.every(({blanks, text}) => holds(text, [...blanks, word]))) continue
    chosen.push(word)
    for (const {blanks} of places) blanks.push(word)
  }
  return chosen
}

/** Words marked as terms anywhere in a chapter. */
export function markedWords(chapter: Chapter): string[] {
  const inNotes = Array.from(descend(chapter.footnotes.flatMap(({blocks}) => blocks))).flatMap((block) => [
    ...descendPhrasing(ownPhrasing(block)),
  ])
  const nodes = [...Array.from(phrasingOf(chapter), ({node}) => node), ...inNotes]
  return nodes.flatMap((node) => (isTerm(node) ? [toString(node)] : []))
}

/** The words of a block in which there may be blanks: titles have none. */
const wordsOf = (block: Block) => (block.type === 'prose' || block.type === 'definitionList' ? ownPhrasing(block) : [])

const isTerm = (node: PhrasingContent) => node.type === 'inlineRole' && (node.role === 'term' || node.role === 'index')

const isStressed = (node: PhrasingContent) =>
  node.type === 'strong' ||
  node.type === 'emphasis' ||
  (node.type === 'inlineRole' && /^(?:mark|strong|u)$/u.test(node.role))

function wordsIn(nodes: readonly PhrasingContent[]): string[] {
  return Array.from(descendPhrasing(nodes)).flatMap((node) =>
    isStressed(node) || isTerm(node) ? asWord(toString(node)) : [],
  )
}

/** The word without punctuation around it; none where it is a clause, too short or too long, or no word at all. */
function asWord(text: string): string[] {
  const word = text.replaceAll(edges, '')
  const length = textLength(word)
  const isWord = /\p{L}.*\p{L}/u.test(word) && !isClause.test(text)
  return isWord && length >= shortest && length <= longest ? [word] : []
}

/** Whether a sentence may have blanks for all these words. */
function holds(sentence: string, words: readonly string[]): boolean {
  const places = words.flatMap((word) => placesOf(word, sentence).map((at) => ({at, word})))
  const blank = places.reduce((sum, {word}) => sum + textLength(word), 0)
  const isApart = places.every(({at, word}) => !letter.test(word[0] ?? '') || !letter.test(sentence[at - 1] ?? ''))
  const isEnded = places.every(
    ({at, word}) => !letter.test(word.at(-1) ?? '') || !letter.test(sentence[at + word.length] ?? ''),
  )
  return places.length <= mostBlanks && blank <= largestPart * textLength(sentence) && isApart && isEnded
}

function placesOf(word: string, sentence: string): number[] {
  const at = sentence.indexOf(word)
  if (at < 0) return []
  const rest = at + word.length
  return [at, ...placesOf(word, sentence.slice(rest)).map((place) => place + rest)]
}
