import {toString} from 'mdast-util-to-string'
import type {Exercise} from '../../../model/block.ts'
import {textLength} from '../../../model/text-length.ts'
import {descend, ownPhrasing} from '../../../model/walk.ts'

/** Of text, in Chinese characters, that asks for a line more. */
const perLine = 30
const fewest = 4
const most = 12

/**
 * Lines for the answer to an exercise: one for the letters of a choice; else four, one more for every 30 characters of the
 * question, and three more where it shows code, which asks for some; at most twelve.
 */
export function answerLines({blocks}: Exercise): number {
  const all = Array.from(descend(blocks))
  if (all.some((block) => block.type === 'list' && block.marker === 'letter')) return 1
  const length = all.reduce((sum, block) => sum + textLength(toString([...ownPhrasing(block)])), 0)
  const code = all.some(({type}) => type === 'listing') ? 3 : 0
  return Math.min(most, fewest + Math.floor(length / perLine) + code)
}
