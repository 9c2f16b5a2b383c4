import type {DeckDefect} from './deck-defect.ts'

/** Runs in the deck. No two things on a slide stand upon each other; 1 px may be rounding. */
export function findOverlap(): DeckDefect[] {
  const slides = Array.from(document.querySelectorAll<HTMLElement>('.slides > section > .slide'))
  return slides.flatMap((slide, index) => {
    const things = Array.from(slide.querySelectorAll<HTMLElement>('.slide-header, .slide-body > *, .page-notes'))
    for (const [place, one] of things.entries()) {
      for (const other of things.slice(place + 1)) {
        const depth = depthOf(one.getBoundingClientRect(), other.getBoundingClientRect())
        if (depth <= 1) continue
        const unit = other.dataset['block'] ?? ''
        const chinese = `有两块内容叠在一起 ${Math.ceil(depth)} 像素`
        const english = `two things overlap by ${Math.ceil(depth)} px`
        return [{ruleId: 'slide-fits' as const, slide: index + 1, unit, chinese, english}]
      }
    }
    return []
  })

  function depthOf(one: DOMRect, other: DOMRect): number {
    const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
    const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
    return Math.min(across, down)
  }
}
