import {toString} from 'mdast-util-to-string'
import type {Block, Prose} from '../model/block.ts'
import type {SlideItem} from '../model/deck.ts'
import {excerptBlock} from '../model/slice-block.ts'

/**
 * Whether an item announces the next one: a paragraph that ends in a colon, even where the slide shows only its beginning, and
 * the title of a section that is a line on a slide. `reading` holds the full paragraphs.
 */
export function announcesNext(
  {block, piece}: SlideItem,
  next: SlideItem | undefined,
  reading: readonly Block[],
): boolean {
  if (!next || block.type !== 'prose' || (piece && next.block.id === block.id)) return false
  const whole = reading.find((one): one is Prose => one.type === 'prose' && one.id === block.id) ?? block
  return /[：:]\s*$/u.test(toString([...whole.children])) || isTitleLine(block)
}

const isTitleLine = ({children}: Prose) => children.length === 1 && children[0]?.type === 'strong'

/** How bad a cut after a line of a listing is: between definitions it is a break, inside one it tears a thought. */
export function priceOfCut(block: Block | undefined, part: number): number {
  if (block?.type !== 'listing') return 1
  const [line = '', next = ''] = linesOf(block).slice(part, part + 2)
  if (!line.trim() || !next.trim()) return 0
  // Something new begins at the margin; what closes is no beginning.
  return /^[\p{L}_@#"'<]/u.test(next) && !/[([{:,\\]\s*$/u.test(line) ? 1 : 3
}

function linesOf(block: Extract<Block, {type: 'listing'}>): string[] {
  const shown = excerptBlock(block)
  return shown.type === 'listing' ? shown.code.split('\n') : []
}
