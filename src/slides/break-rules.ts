import {toString} from 'mdast-util-to-string'
import type {Block, Prose} from '../model/block.ts'
import type {SlideItem} from '../model/deck.ts'
import {countUnits, excerptBlock} from '../model/slice-block.ts'

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

/** What `paginate` asks for a line, item or row that is alone on its slide, as a price of a cut. */
const alone = 4

/**
 * How bad a cut after a part of a block is. Of a listing, between definitions it is a break, inside one it tears a thought. Of a container,
 * whose parts are those of what it holds: best between blocks, and no line, item or row of one is left alone.
 */
export function priceOfCut(block: Block | undefined, part: number): number {
  if (block && 'blocks' in block) return priceInside(excerptBlock(block), part)
  if (block?.type !== 'listing') return 1
  const [line = '', next = ''] = linesOf(block).slice(part, part + 2)
  if (!line.trim() || !next.trim()) return 0
  // Something new begins at the margin; what closes is no beginning.
  return /^[\p{L}_@#"'<]/u.test(next) && !/[([{:,\\]\s*$/u.test(line) ? 1 : 3
}

function priceInside(container: Block, part: number): number {
  let before = 0
  for (const block of 'blocks' in container ? container.blocks : []) {
    const units = block.type === 'pause' ? 0 : countUnits(block)
    const at = part - before
    if (at === units - 1) return announces(block) ? 3 : 0.5
    if (at < units) return priceOfCut(block, at) + ('blocks' in block || (at > 0 && at < units - 2) ? 0 : alone)
    before += units
  }
  return 1
}

const announces = (block: Block) => block.type === 'prose' && /[：:]\s*$/u.test(toString([...block.children]))

function linesOf(block: Extract<Block, {type: 'listing'}>): string[] {
  const shown = excerptBlock(block)
  return shown.type === 'listing' ? shown.code.split('\n') : []
}
