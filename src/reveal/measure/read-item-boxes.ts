/** A box on a slide, from the top of the slide's body. */
export interface ItemBox {
  readonly top: number
  readonly bottom: number
  /** Whether it goes on on another slide without anything of its own around it. */
  readonly isFrameless: boolean
}

/** Runs in the measuring page: where every slide's items are. */
export function readItemBoxes(): ItemBox[][] {
  const bodies = Array.from(document.querySelectorAll('.slide'), (slide) => slide.querySelector('.slide-body'))
  return bodies.map((body) => {
    const origin = body?.getBoundingClientRect().top ?? 0
    return Array.from(body?.children ?? [], (item) => {
      const {bottom, top} = item.getBoundingClientRect()
      return {top: top - origin, bottom: bottom - origin, isFrameless: ['DL', 'OL', 'UL'].includes(item.tagName)}
    })
  })
}
