import {append} from '../model/append.ts'
import type {Difference, TextPart} from '../model/changes.ts'
import {commonOrder, longestIncreasing} from './common-order.ts'
import {pairSimilar} from './pair-similar.ts'
import type {Piece} from './phrasing-text.ts'

/** What became of the pieces of a block: all of both, in order. */
export function comparePieces(before: readonly Piece[], after: readonly Piece[]): Difference[] {
  const common = commonOrder(
    before.map(({key}) => key),
    after.map(({key}) => key),
  )
  const differences: Difference[] = []
  let [from, to] = [0, 0]
  for (const [oldEnd, nowEnd] of [...common, [before.length, after.length] as const]) {
    append(differences, compareRun(before.slice(from, oldEnd), after.slice(to, nowEnd)))
    const same = after[nowEnd]
    if (same) differences.push({type: 'same', text: same.text})
    ;[from, to] = [oldEnd + 1, nowEnd + 1]
  }
  return differences
}

/** Pieces between two that stayed: those that were edited beside what they were. */
function compareRun(before: readonly Piece[], after: readonly Piece[]): Difference[] {
  const [only, instead] = [before[0], after[0]]
  if (only && instead && before.length + after.length === 2) return [compareTexts(only.text, instead.text)]
  const similar = pairSimilar(before, after, ({key}) => key)
    .map(([old, now]) => [before.indexOf(old), after.indexOf(now)] as const)
    .toSorted(([a], [b]) => a - b)
  const kept = new Set(longestIncreasing(similar.map(([, to]) => to)))
  const inOrder = similar.filter((_, index) => kept.has(index))
  const differences: Difference[] = []
  let [from, to] = [0, 0]
  for (const [oldEnd, nowEnd] of [...inOrder, [before.length, after.length] as const]) {
    append(differences, [
      ...before.slice(from, oldEnd).map(({text}): Difference => ({type: 'removed', text})),
      ...after.slice(to, nowEnd).map(({text}): Difference => ({type: 'added', text})),
    ])
    const [old, now] = [before[oldEnd], after[nowEnd]]
    if (old && now) differences.push(compareTexts(old.text, now.text))
    ;[from, to] = [oldEnd + 1, nowEnd + 1]
  }
  return differences
}

// What a word is in Chinese comes from a dictionary that does not depend on the language that is asked for.
const words = new Intl.Segmenter('zh', {granularity: 'word'})

/** The words that two texts share at their beginning and end, and what lies between in each. */
export function compareTexts(before: string, after: string): Difference {
  if (before === after) return {type: 'same', text: after}
  const [old, now] = [wordsOf(before), wordsOf(after)]
  const shorter = Math.min(old.length, now.length)
  let start = 0
  while (start < shorter && old[start] === now[start]) start++
  let end = 0
  while (end < shorter - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end++
  const parts: TextPart[] = [
    {type: 'same', text: now.slice(0, start).join('')},
    {type: 'removed', text: old.slice(start, old.length - end).join('')},
    {type: 'added', text: now.slice(start, now.length - end).join('')},
    {type: 'same', text: now.slice(now.length - end).join('')},
  ]
  return {type: 'edited', parts: parts.filter(({text}) => text !== '')}
}

const wordsOf = (text: string): string[] => Array.from(words.segment(text), ({segment}) => segment)
