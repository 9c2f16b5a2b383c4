import type {PartMeasure} from '../../model/deck.ts'

/**
 * Runs in the measuring page: the parts that every slide's items may be cut into, as `sliceBlock` counts them, from the top of the
 * slide's body.
 */
export function readItemParts(): PartMeasure[][][] {
  const containers = '.callout, .theorem, .exercise, .hint, .details, .solution, blockquote'
  const bodies = Array.from(document.querySelectorAll('.slide'), (slide) => slide.querySelector('.slide-body'))
  return bodies.map((body) => {
    const origin = body?.getBoundingClientRect().top ?? 0
    return Array.from(body?.children ?? [], (item) =>
      partsOf(item).map((part) => ({...part, top: part.top - origin, bottom: part.bottom - origin})),
    )
  })

  /** Lines, items down to the innermost, entries, rows, and the parts of what a container holds. */
  function partsOf(item: Element): PartMeasure[] {
    if (item.classList.contains('listing')) return boxes(item, '.line')
    if (item.tagName === 'DL') return boxes(item, ':scope > div')
    if (item.tagName === 'TABLE') return boxes(item, ':scope > tbody > tr')
    if (isList(item)) return itemsOf(item)
    if (!item.matches(`${containers}, .incremental, .glossary`)) return []
    const children = Array.from(item.children).filter((child) => !child.classList.contains('container-title'))
    return children.flatMap((child) => {
      const parts = partsOf(child)
      if (parts.length === 0) return [boxOf(child)]
      return isList(child) ? parts : framed(child, parts)
    })
  }

  /** Parts of a box inside of another, whose frame stands again where it goes on. */
  function framed(element: Element, parts: readonly PartMeasure[]): PartMeasure[] {
    const {bottom, top} = boxOf(element)
    const end = parts.length - 1
    const [above, below] = [(parts[0]?.top ?? top) - top, bottom - (parts[end]?.bottom ?? bottom)]
    return parts.map((part, index) => ({
      top: index === 0 ? top : part.top,
      bottom: index === end ? bottom : part.bottom,
      above: (part.above ?? 0) + (index === 0 ? 0 : above),
      below: (part.below ?? 0) + (index === end ? 0 : below),
    }))
  }

  /** An item's own words go with the first item of the list that ends it. */
  function itemsOf(list: Element): PartMeasure[] {
    return Array.from(list.children).flatMap((item) => {
      const last = item.lastElementChild
      const inner = last && isList(last) ? itemsOf(last) : []
      const {bottom, top} = boxOf(item)
      if (inner.length === 0) return [{top, bottom}]
      const end = inner.length - 1
      return inner.map((part, index) => ({
        top: index === 0 ? top : part.top,
        bottom: index === end ? bottom : part.bottom,
      }))
    })
  }

  function boxes(item: Element, selector: string): PartMeasure[] {
    return Array.from(item.querySelectorAll(selector), (part) => boxOf(part))
  }

  function boxOf(element: Element): PartMeasure {
    const {bottom, top} = element.getBoundingClientRect()
    return {top, bottom}
  }

  function isList({tagName}: Element): boolean {
    return tagName === 'UL' || tagName === 'OL'
  }
}
