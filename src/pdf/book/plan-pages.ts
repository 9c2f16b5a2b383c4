import type {PdfFacts} from '../read-destinations.ts'

/** What opens on a page of its own, in the order of the book. */
export interface BoundSection {
  /** That its first page has. */
  readonly id: string
  /** `front`: roman numbers; the body begins with the first that is not. */
  readonly matter: 'front' | 'body'
  /** Must open on a right-hand page. */
  readonly isRecto: boolean
  /** No page of it has a running head or a folio. */
  readonly isSilent: boolean
  readonly head: string
  /** Running heads of its right-hand pages, from the page of the id on. */
  readonly subheads: readonly {readonly id: string; readonly head: string}[]
}

/** Of each page in its order: what it bears. */
export interface PlannedPage {
  /** Number of the page as references and PDF readers name it: `iv`, `12`. */
  readonly label: string
  /** The number that is printed on it; empty on openers, blanks and silent pages. */
  readonly folio: string
  /** Running heads, by the side they would stand on; empty like the folio. */
  readonly verso: string
  readonly recto: string
}

export interface PagePlan {
  readonly pages: readonly PlannedPage[]
  /** Ids of the sections that have a blank page before them. */
  readonly blanks: readonly string[]
  /** Label of the page of each destination. */
  readonly labels: ReadonlyMap<string, string>
}

export const emptyPlan: PagePlan = {pages: [], blanks: [], labels: new Map()}

/**
 * Plans a book's pages from a print of it that has the blanks of `before`: where blank pages are needed so that sections open
 * on right-hand pages (page 1 is one; the engine inserts none itself), and what every page bears.
 */
export function planPages(
  sections: readonly BoundSection[],
  {destinations, pageCount}: PdfFacts,
  before: PagePlan = emptyPlan,
): PagePlan {
  const naturals = sections.map(({id}, index) => {
    const blanksSoFar = sections.slice(0, index + 1).filter((one) => before.blanks.includes(one.id)).length
    return pageOf(id, destinations) - blanksSoFar
  })
  const blanks: string[] = []
  const starts = sections.map(({id, isRecto}, index) => {
    const start = (naturals[index] ?? 0) + blanks.length
    if (!isRecto || start % 2 === 1) return start
    blanks.push(id)
    return start + 1
  })
  const contentPages = pageCount - before.blanks.length
  const total = contentPages + blanks.length
  const pages = Array.from({length: total}, (_value, index) => describePage(index + 1))
  const labels = new Map(Array.from(destinations, ([id, page]) => [id, pages[moved(page) - 1]?.label ?? '']))
  return {pages, blanks, labels}

  /** Where a page of the print stands once the planned blanks are in. */
  function moved(page: number): number {
    const index = sections.findLastIndex(({id}) => pageOf(id, destinations) <= page)
    const id = sections[index]?.id
    return id === undefined ? page : (starts[index] ?? 0) + page - pageOf(id, destinations)
  }

  function describePage(page: number): PlannedPage {
    const index = starts.findLastIndex((start) => start <= page)
    const section = sections[index]
    const bodyStart = starts[sections.findIndex(({matter}) => matter === 'body')] ?? 1
    const label = page < bodyStart ? roman(page) : String(page - bodyStart + 1)
    const isBlank = page + 1 === starts[index + 1] && blanks.includes(sections[index + 1]?.id ?? '')
    const isOpener = starts.includes(page)
    if (!section || isBlank || isOpener || section.isSilent) return {label, folio: '', verso: '', recto: ''}
    return {label, folio: label, verso: section.head, recto: subheadOn(page, section)}
  }

  /** The first that begins on the page, else the one that goes on. */
  function subheadOn(page: number, {head, subheads}: BoundSection): string {
    const placed = subheads.map((one) => ({...one, page: moved(pageOf(one.id, destinations))}))
    const first = placed.find((one) => one.page === page) ?? placed.findLast((one) => one.page < page)
    return first?.head ?? head
  }
}

/** Whether two plans put the same on the same pages. */
export function isSamePlan(one: PagePlan, other: PagePlan): boolean {
  return (
    JSON.stringify([one.pages, one.blanks]) === JSON.stringify([other.pages, other.blanks]) &&
    one.labels.size === other.labels.size &&
    [...one.labels].every(([id, label]) => other.labels.get(id) === label)
  )
}

function pageOf(id: string, destinations: ReadonlyMap<string, number>): number {
  const page = destinations.get(id)
  if (page === undefined) throw new Error(`The print has no destination for ${id}`)
  return page
}

const romans: readonly (readonly [number, string])[] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

export function roman(number: number): string {
  const [value, numeral] = romans.find(([one]) => one <= number) ?? [0, '']
  return value === 0 ? '' : numeral + roman(number - value)
}
