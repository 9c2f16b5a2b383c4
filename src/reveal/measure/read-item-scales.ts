import type {ItemMeasure, TextSizes} from '../../model/deck.ts'

export type ItemScales = Pick<ItemMeasure, 'columns' | 'floor' | 'picture' | 'widthScale'>

/** Runs in the measuring page: how far every slide's items must be, and may be, scaled down. */
export function readItemScales({code, text}: TextSizes): ItemScales[][] {
  const bodies = Array.from(document.querySelectorAll('.slide'), (slide) => slide.querySelector('.slide-body'))
  return bodies.map((body) =>
    Array.from(body?.children ?? [], (item) => ({
      columns: columnsOf(item),
      floor: floorOf(item),
      widthScale: body ? widthScaleOf(item, body) : 1,
      ...pictureOf(item),
    })),
  )

  /** A picture may come down to half of the slide's height, a drawing as long as its words are 12 px tall. */
  function pictureOf(item: Element): Pick<ItemScales, 'picture'> {
    const picture = item.tagName === 'FIGURE' ? item.querySelector('.figure-image > svg, .figure-image > img') : null
    const slide = item.closest<HTMLElement>('.slide')
    if (!picture || !slide) return {}
    const {height} = picture.getBoundingClientRect()
    const sizes = Array.from(picture.querySelectorAll('text, tspan'), (word) => {
      const scale = (word as SVGGraphicsElement).getScreenCTM()?.a ?? 1
      return Number.parseFloat(getComputedStyle(word).fontSize) * Math.abs(scale)
    })
    const smallest = sizes.reduce((one, other) => Math.min(one, other), Infinity)
    const least = Math.max(slide.offsetHeight / 2, (height * 12) / smallest)
    // What the look at the finished deck refuses.
    const hasSmallWords = sizes.some((size) => size < 11)
    return {picture: {height, least: Math.min(height, least), hasSmallWords}}
  }

  function columnsOf(item: Element): number[] {
    if (item.tagName !== 'TABLE') return []
    const {width} = item.getBoundingClientRect()
    return Array.from(item.querySelectorAll('thead th'), (cell) => (100 * cell.getBoundingClientRect().width) / width)
  }

  /** Where the item may be: in a layout with columns, its own. */
  function columnOf(item: Element, content: Element): {right: number; width: number} {
    const {gridTemplateColumns} = getComputedStyle(content)
    const tracks = gridTemplateColumns.match(/[\d.]+(?=px)/gu)?.map(Number) ?? []
    const whole = content.getBoundingClientRect()
    const {left} = item.getBoundingClientRect()
    if (tracks.length < 2 || getComputedStyle(item).gridColumnEnd.startsWith('span')) return whole
    const width = (left > whole.left + (tracks[0] ?? 0) ? tracks[1] : tracks[0]) ?? whole.width
    return {right: left + width, width}
  }

  /** What does not wrap runs out of its box: a wide table, a formula, a long word. */
  function widthScaleOf(item: Element, content: Element): number {
    const {right, width} = columnOf(item, content)
    const own = [item, ...item.querySelectorAll('*')].filter((element) => !element.parentElement?.closest('svg'))
    const farthest = own.reduce((most, element) => {
      const box = element.getBoundingClientRect()
      return box.width > 1 && box.height > 1 ? Math.max(most, box.right, box.left + element.scrollWidth) : most
    }, 0)
    const excess = farthest - right
    return excess > 1 ? width / (width + excess) : 1
  }

  /** Marks of notes are small anyway, and drawings scale as they are. */
  function floorOf(item: Element): number {
    const walker = document.createTreeWalker(item, NodeFilter.SHOW_TEXT)
    let floor = 0
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      if (!parent || !node.textContent?.trim() || parent.closest('svg, mjx-container, sup, sub, rt, .formula')) continue
      const least = parent.closest('pre, code, figcaption, caption, .equation-number') ? code : text
      floor = Math.max(floor, least / Number.parseFloat(getComputedStyle(parent).fontSize))
    }
    return Math.min(1, floor)
  }
}
