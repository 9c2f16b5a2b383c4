import type {ItemMeasure, SlideMeasure} from '../model/deck.ts'

/** A stretch that stands together: an item, or one of its parts. */
interface Unit {
  readonly item: number
  /** Index of the list item, row or line; `undefined` for an item that cannot be cut. */
  readonly part?: number
  readonly top: number
  readonly bottom: number
  /** Height that stands again above it when a slide begins here. */
  readonly above: number
  /** Height that stands below it when a slide ends here. */
  readonly below: number
  readonly isLastPart: boolean
  /** Height that its picture can give. */
  readonly shrink: number
  /** Ids of the notes it refers to: they stand at the foot of its page. */
  readonly notes: readonly string[]
}

/** Items of a slide; of the first and last one perhaps a part. */
export interface Page {
  readonly items: readonly {readonly item: number; readonly from?: number; readonly to?: number}[]
  /** Of the items, without notes, when their pictures have given what is needed. */
  readonly height: number
  /** Height that its pictures have to give. */
  readonly shrink: number
  /** Of the notes at the foot. */
  readonly notesHeight: number
}

/** Ids of the notes that an item refers to, or one of its parts. */
export type NotesOf = (item: number, part: number | undefined) => readonly string[]

/** What the items are to one another, which their heights do not say. */
export interface Ties {
  /** `together[i]`: item `i` announces the next one, so it must not be the last of a page. */
  readonly together: readonly boolean[]
  readonly notesOf?: NotesOf
  /** How bad it is to cut an item after one of its parts: 0 where it falls apart anyway, 1 as between any two parts, more in the midst of a thought. */
  readonly cutPrice?: (item: number, part: number) => number
}

/**
 * Cuts a slide's items into as few pages as hold them, the pages as even as can be. Pictures give height to stay with others.
 * Pages keep the order. What announces another thing is parted from it only where no page holds both.
 * The notes that a page refers to stand on it. A unit taller than a page gets one of its own, taller than allowed: the caller scales it.
 */
export function paginate(measure: SlideMeasure, {cutPrice = () => 1, notesOf = () => [], together}: Ties): Page[] {
  const units = measure.items.flatMap((item, index) => unitsOf(item, index, notesOf))
  const starts = bestStarts(units, {measure, together, cutPrice})
  const pages: Page[] = []
  for (let end = units.length; end > 0; end = starts[end] ?? 0) {
    const from = starts[end] ?? 0
    const own = heightOf(units, from, end)
    const ofNotes = notesHeight(units.slice(from, end), measure)
    const shrink = Math.min(shrinkOf(units, from, end), Math.max(0, own + ofNotes - measure.available))
    pages.unshift({items: itemsOf(units.slice(from, end)), height: own - shrink, shrink, notesHeight: ofNotes})
  }
  return pages
}

interface Rules {
  readonly measure: SlideMeasure
  readonly together: readonly boolean[]
  readonly cutPrice: NonNullable<Ties['cutPrice']>
}

/** For each end of a page, where it best begins: dynamic programming over all ways to cut. */
function bestStarts(units: readonly Unit[], rules: Rules): number[] {
  const best: {cost: number; from: number}[] = [{cost: 0, from: 0}]
  for (let end = 1; end <= units.length; end++) {
    let choice = {cost: Number.POSITIVE_INFINITY, from: end - 1}
    for (let from = end - 1; from >= 0; from--) {
      const height = heightOf(units, from, end) + notesHeight(units.slice(from, end), rules.measure)
      const least = height - shrinkOf(units, from, end)
      if (least - (units[from]?.above ?? 0) > rules.measure.available && from < end - 1) break
      // A page that begins inside a block repeats its head, so that one beginning earlier can be lower.
      if (least > rules.measure.available && from < end - 1) continue
      const cost = (best[from]?.cost ?? 0) + pageCost(units, {from, end, height}, rules)
      if (cost < choice.cost) choice = {cost, from}
    }
    best.push(choice)
  }
  return best.map(({from}) => from)
}

function unitsOf(item: ItemMeasure, index: number, notesOf: NotesOf): Unit[] {
  const last = item.parts.length - 1
  if (last < 1)
    return [
      {
        item: index,
        top: item.top,
        bottom: item.bottom,
        above: 0,
        below: 0,
        shrink: item.picture ? item.picture.height - item.picture.least : 0,
        isLastPart: true,
        notes: notesOf(index, undefined),
      },
    ]
  return item.parts.map((part, number) => ({
    item: index,
    part: number,
    // What stands above the first part and below the last (a caption, padding) goes with them.
    top: number === 0 ? item.top : part.top,
    bottom: number === last ? item.bottom : part.bottom,
    above: number === 0 ? 0 : item.above + (part.above ?? 0),
    below: number === last ? 0 : item.below + (part.below ?? 0),
    shrink: 0,
    isLastPart: number === last,
    notes: notesOf(index, number),
  }))
}

function heightOf(units: readonly Unit[], from: number, end: number): number {
  const first = units[from]
  const last = units[end - 1]
  return first && last ? last.bottom + last.below - first.top + first.above : 0
}

const shrinkOf = (units: readonly Unit[], from: number, end: number) =>
  units.slice(from, end).reduce((sum, {shrink}) => sum + shrink, 0)

/** Each note stands once on a page, however often it is referred to. */
function notesHeight(units: readonly Unit[], {notes, notesFrame}: SlideMeasure): number {
  if (notesFrame === 0) return 0
  const ids = new Set(units.flatMap((unit) => unit.notes))
  return ids.size === 0 ? 0 : [...ids].reduce((sum, id) => sum + (notes[id] ?? 0), notesFrame)
}

const pagePrice = 1e9

/** What announces a thing stays with it, even at the price of a page; then fewest pages, no bad break, even pages. */
function pageCost(units: readonly Unit[], page: {from: number; end: number; height: number}, rules: Rules): number {
  const {available} = rules.measure
  const last = units[page.end - 1]
  const next = units[page.end]
  const slack = Math.max(0, available - page.height)
  let cost = pagePrice + slack * slack
  if (next && last?.isLastPart && rules.together[last.item]) cost += 2 * pagePrice
  // A picture at its full size, if that takes no more pages.
  cost += 2 * available * Math.max(0, page.height - available)
  // Between blocks rather than inside one.
  if (next && next.item === last?.item)
    cost += (1 + rules.cutPrice(last.item, last.part ?? 0)) * 0.5 * available * available
  // A widow: the only list item, row or line of its block on this page.
  if (isWidow(units, page.from, page.end)) cost += 2 * available * available
  return cost
}

function isWidow(units: readonly Unit[], from: number, end: number): boolean {
  const first = units[from]
  const last = units[end - 1]
  const isAlone = (index: number, neighbour: number) =>
    units[index]?.part !== undefined && units[neighbour]?.item !== units[index]?.item
  const firstIsRest = first?.part !== undefined && first.part > 0 && first.isLastPart && isAlone(from, from + 1)
  const lastIsStart = last?.part === 0 && !last.isLastPart && isAlone(end - 1, end - 2)
  return firstIsRest || lastIsStart
}

function itemsOf(units: readonly Unit[]): Page['items'] {
  const items: {item: number; from?: number; to?: number}[] = []
  for (const unit of units) {
    const previous = items.at(-1)
    if (previous?.item === unit.item && unit.part !== undefined) previous.to = unit.part + 1
    else items.push({item: unit.item, ...(unit.part === undefined ? {} : {from: unit.part, to: unit.part + 1})})
  }
  return items
}
