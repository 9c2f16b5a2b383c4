import type {PhrasingContent} from 'mdast'
import {toString} from 'mdast-util-to-string'
import type {Block} from '../model/block.ts'
import {textLength} from '../model/text-length.ts'
import {descend, ownPhrasing} from '../model/walk.ts'

/** Length of inline content in Chinese characters; any other character counts half. */
export function phrasingLength(nodes: readonly PhrasingContent[]): number {
  return textLength(toString([...nodes]))
}

/** Length of all text in a block, in Chinese characters. */
export function blockLength(block: Block): number {
  let sum = 0
  for (const inner of descend([block])) sum += phrasingLength(ownPhrasing(inner))
  return sum
}
