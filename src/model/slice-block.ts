import type {Block, Listing} from './block.ts'
import type {Piece} from './deck.ts'

/** The part of a list, table, listing or container that stands on one slide; other blocks are never cut. */
export function sliceBlock(block: Block, piece: Piece | undefined): Block {
  if (!piece) return block
  const {from, to} = piece
  switch (block.type) {
    case 'list':
      return {...block, start: block.start + from, items: block.items.slice(from, to)}
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
      return {...block, blocks: block.blocks.slice(from, to)}
    case 'listing':
      return sliceListing(block, from, to)
    default:
      return block
  }
}

/** A listing with only the lines that its author chose for slides. */
export function excerptListing(block: Block): Block {
  if (block.type !== 'listing' || !block.excerpt) return block
  const [first, last] = block.excerpt
  return sliceListing(block, first - 1, last)
}

function sliceListing(block: Listing, from: number, to: number): Listing {
  return {...block, code: block.code.split('\n').slice(from, to).join('\n'), lines: block.lines.slice(from, to)}
}
