import type {ItemMeasure} from '../../model/deck.ts'

export type ItemBoxes = Pick<ItemMeasure, 'above' | 'below' | 'bottom' | 'parts' | 'top'>

type Part = ItemMeasure['parts'][number]

/** Runs in the measuring page: where every slide's items are, and the parts they may be cut into. */
export function readItemBoxes(): ItemBoxes[][] {
  const bodies = Array.from(document.querySelectorAll('.slide'), (slide) => slide.querySelector('.slide-body'))
  return bodies.map((body) => {
    if (!body) return []
    const {top: origin} = body.getBoundingClientRect()
    return Array.from(body.children, (item) => {
      const box = item.getBoundingClientRect()
      const parts = partsOf(item)
      const firstTop = parts[0]?.top ?? box.top
      const lastBottom = parts.at(-1)?.bottom ?? box.bottom
      const isFrameless = isList(item) || item.tagName === 'DL'
      return {
        top: box.top - origin,
        bottom: box.bottom - origin,
        above: isFrameless ? 0 : firstTop - box.top,
        below: isFrameless ? 0 : box.bottom - lastBottom,
        parts: parts.map((part) => ({top: part.top - origin, bottom: part.bottom - origin})),
      }
    })
  })

  /** Lines, items down to the innermost, entries, rows, and the blocks of a container. */
  function partsOf(item: Element): Part[] {
    const boxes = (selector: string) => Array.from(item.querySelectorAll(selector), (part) => boxOf(part))
    if (item.classList.contains('listing')) return boxes('.line')
    if (item.tagName === 'DL') return boxes(':scope > div')
    if (item.tagName === 'TABLE') return boxes(':scope > tbody > tr')
    if (isList(item)) return unitsOf(item)
    const isContainer = item.matches(
      '.callout, .theorem, .exercise, .hint, .details, .solution, blockquote, .incremental, .glossary',
    )
    const children = Array.from(item.children).filter((child) => !child.classList.contains('container-title'))
    return isContainer ? children.flatMap((child) => unitsOf(child)) : []
  }

  /** As `sliceBlock` counts them. An item's own words go with the first item of the list that ends it. */
  function unitsOf(element: Element): Part[] {
    if (!isList(element)) return [boxOf(element)]
    return Array.from(element.children).flatMap((item) => {
      const last = item.lastElementChild
      const inner = last && isList(last) ? unitsOf(last) : []
      if (inner.length === 0) return [boxOf(item)]
      const {bottom, top} = boxOf(item)
      return inner.map((part, index) => ({
        top: index === 0 ? top : part.top,
        bottom: index === inner.length - 1 ? bottom : part.bottom,
      }))
    })
  }

  function isList({tagName}: Element): boolean {
    return tagName === 'UL' || tagName === 'OL'
  }

  function boxOf(element: Element): Part {
    const {bottom, top} = element.getBoundingClientRect()
    return {top, bottom}
  }
}
