import type {PhrasingContent} from 'mdast'
import {toString} from 'mdast-util-to-string'
import type {Block} from '../model/block.ts'
import {descend, ownPhrasing} from '../model/walk.ts'

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u

/** Length of inline content in Chinese characters; any other character counts half. */
export function phrasingLength(nodes: readonly PhrasingContent[]): number {
  return Array.from(toString([...nodes])).reduce((sum, character) => sum + (wide.test(character) ? 1 : 0.5), 0)
}

/** Length of all text in a block, in Chinese characters. */
export function blockLength(block: Block): number {
  let sum = 0
  for (const inner of descend([block])) sum += phrasingLength(ownPhrasing(inner))
  return sum
}
