import {toString} from 'mdast-util-to-string'
import type {Block, Quote} from '../model/block.ts'
import type {Density, SlideItem, SlideLayout, SlideMeasure} from '../model/deck.ts'
import type {Draft} from './draft-blocks.ts'
import {blockLength} from './text-length.ts'

/**
 * Layouts that a draft may have, the better one first; the first that it fits into is taken. `content` can be cut, so it
 * always does. What the author asks for goes before everything.
 */
export function layoutsFor(draft: Draft, density: Density): SlideLayout[] {
  if (draft.layout !== 'content') return [draft.layout]
  if (draft.asked) return draft.asked === 'content' ? ['content'] : [draft.asked, 'content']
  return layoutsByContent(draft, density)
}

function layoutsByContent(draft: Draft, density: Density): SlideLayout[] {
  if (draft.isRecap) return ['recap', 'content']
  const only = draft.items.length === 1 ? draft.items[0]?.block : undefined
  if (only?.type === 'figure') return ['figure', 'content']
  if (only?.type === 'quote' && isSaying(only, density)) return ['quote', 'content']
  return [
    'content',
    ...(canStandBeside(draft) ? ['beside' as const] : []),
    ...(findColumns(draft.items) ? ['columns' as const] : []),
  ]
}

/** The draft as a slide in this layout. */
export function inLayout(draft: Draft, layout: SlideLayout): Draft {
  if (layout !== 'columns') return {...draft, layout}
  const columns = findColumns(draft.items) ?? halves(draft.items)
  return {...draft, layout, items: placeInColumns(columns)}
}

/**
 * An item that is wider than its column does not fit, nor does a picture that the rest leaves no room, nor a drawing whose
 * words nobody could read.
 */
export const fits = (measure: SlideMeasure): boolean =>
  measure.used + notesHeight(measure) <= measure.available &&
  measure.items.every(({picture, widthScale}) => widthScale === 1 && !picture?.hasSmallWords)

/** Height of all notes at the foot of a slide. */
const notesHeight = ({notes, notesFrame}: SlideMeasure) =>
  Object.values(notes).reduce((sum, height) => sum + height, notesFrame)

/** Words that leave most of the slide empty can stand larger and still fit: their area grows by two thirds at most. */
export function isRoomy(
  draft: Pick<Draft, 'asked' | 'items' | 'layout'>,
  {available, notesFrame, used}: SlideMeasure,
): boolean {
  if (notesFrame > 0 || draft.asked) return false
  const isWords = draft.items.every(({block}) =>
    ['prose', 'list', 'callout', 'exercise', 'quote', 'theorem'].includes(block.type),
  )
  return isWords && draft.layout === 'content' && used < available * 0.45
}

/** A sentence or two, and perhaps who said it. */
const isSaying = (quote: Quote, density: Density) => quote.blocks.length <= 2 && blockLength(quote) <= 2 * density.lead

/** One figure or narrow listing and a few lines of text can share a slide, side by side. */
export function canStandBeside({items}: Pick<Draft, 'items'>): boolean {
  const pictures = items.filter(({block}) => block.type === 'figure' || isNarrowListing(block, 50)).length
  const texts = items.filter(({block}) => ['prose', 'list', 'callout', 'equation'].includes(block.type)).length
  return pictures === 1 && texts > 0 && texts + pictures === items.length
}

/** Lines that are not broken in a column of so many half-width characters. */
function isNarrowListing(block: Block, width: number): boolean {
  if (block.type !== 'listing') return false
  const widthOf = (line: string) => Array.from(line).reduce((sum, character) => sum + (character > '\u2e80' ? 2 : 1), 0)
  return block.code.split('\n').every((line) => widthOf(line) <= width)
}

interface Columns {
  /** What stands across both. */
  readonly above: readonly SlideItem[]
  readonly left: readonly SlideItem[]
  readonly right: readonly SlideItem[]
}

/**
 * A comparison: two things of a kind, or two lines each with a thing of the same kind below, perhaps after a sentence that
 * introduces both.
 */
function findColumns(items: readonly SlideItem[]): Columns | undefined {
  const isOdd = items.length % 2 === 1
  const above = isOdd ? items.slice(0, 1) : []
  const rest = isOdd ? items.slice(1) : items
  const middle = rest.length / 2
  const [left, right] = [rest.slice(0, middle), rest.slice(middle)]
  if (above.some(({block}) => block.type !== 'prose') || middle < 1 || middle > 2) return undefined
  const kinds = (side: readonly SlideItem[]) => side.map(({block}) => block.type).join()
  const isLikeness = kinds(left) === kinds(right) && comparable.test(kinds(left))
  const isNarrow = rest.every(({block}) => block.type !== 'listing' || isNarrowListing(block, 42))
  return isLikeness && isNarrow ? {above, left, right} : undefined
}

const comparable = /^(?:figure|listing|callout|theorem|list|prose,(?:figure|listing|list|equation))$/u

/** For an author who wants columns of anything: what introduces stands above, and the rest is halved. */
function halves(items: readonly SlideItem[]): Columns {
  const [first] = items
  const isIntroduced =
    first?.block.type === 'prose' && items.length > 2 && /[：:]\s*$/u.test(toString([...first.block.children]))
  const above = isIntroduced ? items.slice(0, 1) : []
  const rest = items.slice(above.length)
  const middle = Math.ceil(rest.length / 2)
  return {above, left: rest.slice(0, middle), right: rest.slice(middle)}
}

function placeInColumns({above, left, right}: Columns): SlideItem[] {
  const at = (items: readonly SlideItem[], column: 1 | 2 | 'both', from: number) =>
    items.map((item, index): SlideItem => ({...item, cell: {column, row: from + index}}))
  return [...at(above, 'both', 1), ...at(left, 1, above.length + 1), ...at(right, 2, above.length + 1)]
}
