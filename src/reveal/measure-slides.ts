import type {Page} from 'puppeteer'
import type {ItemMeasure, SlideMeasure} from '../model/deck.ts'

type Unscaled = Omit<SlideMeasure, 'items'> & {
  readonly items: readonly Omit<ItemMeasure, 'columns' | 'floor' | 'widthScale'>[]
}

/** Measures every slide of a measuring page that is ready. */
export async function measureSlides(page: Page): Promise<SlideMeasure[]> {
  const heights = await page.evaluate(readHeights)
  const scales = await page.evaluate(readScales)
  return heights.map((slide, index) => ({
    ...slide,
    items: slide.items.map((item, place) => ({
      ...item,
      ...(scales[index]?.[place] ?? {columns: [], floor: 0, widthScale: 1}),
    })),
  }))
}

/**
 * Runs in the measuring page: heights of every slide's items and of the parts they may be cut into.
 * Content boxes are block formatting contexts; otherwise margins collapse out of them and heights come out short.
 */
function readHeights(): Unscaled[] {
  const partSelectors: Record<string, string> = {
    UL: ':scope > li',
    OL: ':scope > li',
    DL: ':scope > div',
    TABLE: ':scope > tbody > tr',
  }
  return Array.from(document.querySelectorAll<HTMLElement>('.slide'), (slide) => {
    const content = slide.querySelector<HTMLElement>('.slide-body')
    const notesBox = slide.querySelector<HTMLElement>('.page-notes')
    const notes = Object.fromEntries(
      Array.from(slide.querySelectorAll<HTMLElement>('.page-notes > p'), (note) => [
        note.dataset['note'] ?? '',
        note.getBoundingClientRect().height,
      ]),
    )
    const ofNotes = Object.values(notes).reduce((sum, height) => sum + height, 0)
    const notesFrame = notesBox ? notesBox.getBoundingClientRect().height - ofNotes : 0
    if (!content)
      return {width: slide.offsetWidth, available: slide.offsetHeight, used: 0, items: [], notes, notesFrame}
    const {top: origin} = content.getBoundingClientRect()
    const items = Array.from(content.children, (item) => {
      const box = item.getBoundingClientRect()
      const parts = partsOf(item).map((part) => part.getBoundingClientRect())
      const firstTop = parts[0]?.top ?? box.top
      const lastBottom = parts.at(-1)?.bottom ?? box.bottom
      const isList = item.tagName === 'UL' || item.tagName === 'OL' || item.tagName === 'DL'
      return {
        top: box.top - origin,
        bottom: box.bottom - origin,
        above: isList ? 0 : firstTop - box.top,
        below: isList ? 0 : box.bottom - lastBottom,
        parts: parts.map((part) => ({top: part.top - origin, bottom: part.bottom - origin})),
      }
    })
    const used = Math.max(0, ...items.map((item) => item.bottom))
    const footer =
      slide.querySelector('.slide-footer')?.getBoundingClientRect().top ?? slide.getBoundingClientRect().bottom
    return {width: content.getBoundingClientRect().width, available: footer - origin, used, items, notes, notesFrame}
  })

  /** Lines, items, entries, rows, and the blocks of a container. */
  function partsOf(item: Element): Element[] {
    if (item.classList.contains('listing')) return [...item.querySelectorAll('.line')]
    const selector = partSelectors[item.tagName]
    if (selector) return [...item.querySelectorAll(selector)]
    const isContainer = item.matches(
      '.callout, .theorem, .exercise, .hint, .details, .solution, blockquote, .incremental, .glossary',
    )
    return isContainer ? Array.from(item.children).filter((child) => !child.classList.contains('container-title')) : []
  }
}

/** Runs in the measuring page: how far every slide's items must be, and may be, scaled down. */
function readScales(): Pick<ItemMeasure, 'columns' | 'floor' | 'widthScale'>[][] {
  const bodies = Array.from(document.querySelectorAll('.slide'), (slide) => slide.querySelector('.slide-body'))
  return bodies.map((body) =>
    Array.from(body?.children ?? [], (item) => ({
      columns: columnsOf(item),
      floor: floorOf(item),
      widthScale: body ? widthScaleOf(item, body) : 1,
    })),
  )

  function columnsOf(item: Element): number[] {
    if (item.tagName !== 'TABLE') return []
    const {width} = item.getBoundingClientRect()
    return Array.from(item.querySelectorAll('thead th'), (cell) => (100 * cell.getBoundingClientRect().width) / width)
  }

  /** What does not wrap runs out of its box: a wide table, a formula, a long word. */
  function widthScaleOf(item: Element, content: Element): number {
    const {right, width} = content.getBoundingClientRect()
    const own = [item, ...item.querySelectorAll('*')].filter((element) => !element.parentElement?.closest('svg'))
    const rights = own.map((element) => {
      const box = element.getBoundingClientRect()
      return box.width > 1 && box.height > 1 ? Math.max(box.right, box.left + element.scrollWidth) : 0
    })
    const excess = Math.max(0, ...rights) - right
    return excess > 1 ? width / (width + excess) : 1
  }

  /** Text is 18 px at least, code and captions 14; marks of notes are small anyway, and drawings scale as they are. */
  function floorOf(item: Element): number {
    const walker = document.createTreeWalker(item, NodeFilter.SHOW_TEXT)
    let floor = 0
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      if (!parent || !node.textContent?.trim() || parent.closest('svg, mjx-container, sup, sub, rt, .formula')) continue
      const least = parent.closest('pre, code, figcaption, caption, .equation-number') ? 14 : 18
      floor = Math.max(floor, least / Number.parseFloat(getComputedStyle(parent).fontSize))
    }
    return Math.min(1, floor)
  }
}
