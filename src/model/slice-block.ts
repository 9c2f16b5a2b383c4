import type {Block, List, ListItem, Listing} from './block.ts'
import type {Piece} from './deck.ts'
import {sentencesOf} from './sentences.ts'

/**
 * The part of a block that stands on one slide, in units: sentences of a paragraph, items of a list down to the innermost,
 * entries, rows, lines. Containers are cut between the blocks they hold and inside of those.
 * Other blocks are never cut.
 */
export function sliceBlock(block: Block, piece: Piece | undefined): Block {
  if (!piece) return block
  const {from, to} = piece
  switch (block.type) {
    case 'prose':
      return {...block, children: sentencesOf(block.children).slice(from, to).flat()}
    case 'list':
      return sliceList(block, from, to)
    case 'definitionList':
      return {...block, entries: block.entries.slice(from, to)}
    case 'table':
      return {...block, rows: block.rows.slice(from, to), widths: piece.columns ?? block.widths}
    case 'callout':
    case 'details':
    case 'exercise':
    case 'group':
    case 'hint':
    case 'quote':
    case 'solution':
    case 'theorem':
      return sliceInside(block, piece)
    case 'listing':
      return sliceListing(block, from, to)
    default:
      return block
  }
}

/** A block whose listings and tables have only the lines and rows that slides show. */
export function excerptBlock(block: Block): Block {
  if (!hasExcerpt(block)) return block
  if (block.type === 'listing' || block.type === 'table') {
    const [first, last] = block.excerpt ?? [1, Infinity]
    return sliceBlock(block, {from: first - 1, to: last})
  }
  if (block.type === 'columns') {
    const columns = block.columns.map((column) => ({...column, blocks: column.blocks.map(excerptBlock)}))
    return {...block, columns}
  }
  return 'blocks' in block ? {...block, blocks: block.blocks.map(excerptBlock)} : block
}

/** Whether slides show only some lines of a listing, or rows of a table, in it. */
export function hasExcerpt(block: Block): boolean {
  if (block.type === 'listing' || block.type === 'table') {
    const [first, last] = block.excerpt ?? [1, Infinity]
    return first > 1 || last < (block.type === 'listing' ? block.lines : block.rows).length
  }
  // Lists and definitions show what they hold whole.
  const inner =
    block.type === 'columns' ? block.columns.flatMap(({blocks}) => blocks) : 'blocks' in block ? block.blocks : []
  return inner.some(hasExcerpt)
}

function sliceListing(block: Listing, from: number, to: number): Listing {
  return {...block, code: block.code.split('\n').slice(from, to).join('\n'), lines: block.lines.slice(from, to)}
}

type Container = Extract<Block, {blocks: readonly Block[]}>

/** Whose frame stands again around what goes on. */
const containers: ReadonlySet<string> = new Set([
  'callout',
  'details',
  'exercise',
  'hint',
  'quote',
  'solution',
  'theorem',
])
/** What is cut between the blocks that it holds and inside of those; `:::nosplit` and columns are not. */
const isContainer = (block: Block): block is Container =>
  containers.has(block.type) || (block.type === 'group' && block.behaviour !== 'nosplit')

const sliceInside = <B extends Container>(block: B, piece: Piece): B => ({
  ...block,
  blocks: overlaps(block.blocks, unitsInside, piece).map(({of, part}) => sliceInner(of, part)),
})

/** The units `from` to `to` of a block in a container; of what is one unit, all. */
function sliceInner(block: Block, piece: Piece): Block {
  const isCut = ['definitionList', 'list', 'listing', 'table'].includes(block.type) || isContainer(block)
  return isCut ? sliceBlock(block, piece) : block
}

/** Of a block in a container: a pause is nothing that takes room, and stands with what follows it. */
const unitsInside = (block: Block): number => (block.type === 'pause' ? 0 : countUnits(block))

/**
 * Into how many units a block falls where it may be cut, at least one: of a table without rows its header, of an empty
 * container its title. Sentences of a paragraph are no units here: a paragraph is cut before it is measured.
 */
export function countUnits(block: Block): number {
  return Math.max(1, unitsOf(block))
}

function unitsOf(block: Block): number {
  switch (block.type) {
    case 'list':
      return block.items.reduce((sum, item) => sum + unitsOfItem(item), 0)
    case 'listing':
      return block.lines.length
    case 'definitionList':
      return block.entries.length
    case 'table':
      return block.rows.length
    default:
      return isContainer(block) ? block.blocks.reduce((sum, inner) => sum + unitsInside(inner), 0) : 1
  }
}

/** An item that ends with a list falls into the items of that; its own words go with the first. */
function unitsOfItem({blocks}: ListItem): number {
  const last = endOf(blocks)
  return last?.type === 'list' ? countUnits(last) : 1
}

/** The last block that takes room. */
const endOf = (blocks: readonly Block[]): Block | undefined => blocks.findLast(({type}) => type !== 'pause')

function sliceList(block: List, from: number, to: number): List {
  const found = overlaps(block.items, unitsOfItem, {from, to})
  const first = block.items.indexOf(found[0]?.of as ListItem)
  return {...block, start: block.start + Math.max(0, first), items: found.map(({of, part}) => sliceItem(of, part))}
}

function sliceItem(item: ListItem, {from, to}: Piece): ListItem {
  if (from === 0 && to === unitsOfItem(item)) return item
  const inner = endOf(item.blocks)
  if (inner?.type !== 'list') return item
  const cut = sliceList(inner, from, to)
  const at = item.blocks.indexOf(inner)
  const after = to === unitsOfItem(item) ? item.blocks.slice(at + 1) : []
  // Its mark, box or label stands with its own words.
  if (from > 0) return {isContinued: true, blocks: [cut, ...after], position: item.position}
  return {...item, blocks: [...item.blocks.slice(0, at), cut, ...after]}
}

/**
 * Which of several things a range of their units touches, and with which of its own units each does. What has no unit goes with
 * what follows it, at the end with what is before it.
 */
function overlaps<T>(all: readonly T[], count: (one: T) => number, {from, to}: Piece): {of: T; part: Piece}[] {
  const total = all.reduce((sum, of) => sum + count(of), 0)
  let start = 0
  return all.flatMap((of) => {
    const units = count(of)
    const part = {from: Math.max(0, from - start), to: Math.min(units, to - start)}
    const isHere = units > 0 ? part.from < part.to : from <= start && (start < to || to === total)
    start += units
    return isHere ? [{of, part}] : []
  })
}
