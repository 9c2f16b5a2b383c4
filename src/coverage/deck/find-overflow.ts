import type {DeckDefect} from './deck-defect.ts'

interface Boxed {
  readonly box: DOMRect
  readonly element: Element
  readonly clips: Element | null
}

/**
 * Runs in the deck. What a slide shows, elements and words, must stand inside the slide, above its foot, and inside every
 * ancestor that clips. 1 px may be rounding; boxes of 1 px are hidden text; inside a drawing only the drawing counts.
 */
export function findOverflow(): DeckDefect[] {
  const slides = Array.from(document.querySelectorAll<HTMLElement>('.slides > section > .slide'))
  return slides.flatMap((slide, index) => {
    const scale = slide.getBoundingClientRect().width / slide.offsetWidth || 1
    let worst = {excess: 1, unit: ''}
    for (const {box, clips, element} of boxesOf(slide)) {
      const excess = Math.ceil(excessOf({box, clips, element}, slide) / scale)
      if (excess > worst.excess)
        worst = {excess, unit: element.closest<HTMLElement>('[data-block]')?.dataset['block'] ?? ''}
    }
    if (worst.excess <= 1) return []
    const chinese = `超出 ${worst.excess} 像素`
    return [
      {
        ruleId: 'slide-fits' as const,
        slide: index + 1,
        unit: worst.unit,
        chinese,
        english: `overflows by ${worst.excess} px`,
      },
    ]
  })

  /** `clips`: the first element that may clip a box; of words it is their own. */
  function boxesOf(slide: HTMLElement): Boxed[] {
    const elements = Array.from(slide.querySelectorAll('*'), (element): Boxed => ({
      box: element.getBoundingClientRect(),
      element,
      clips: element.parentElement,
    }))
    // A word that does not break runs out of its element's box.
    const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement || !node.textContent?.trim() || isShortened(node.parentElement)) continue
      range.selectNodeContents(node)
      elements.push({box: range.getBoundingClientRect(), element: node.parentElement, clips: node.parentElement})
    }
    return elements.filter(
      ({box, element}) => box.width > 1 && box.height > 1 && !element.parentElement?.closest('svg'),
    )
  }

  /** A long title at the foot ends in an ellipsis. */
  function isShortened(element: Element): boolean {
    return element.closest('.slide-footer') !== null && getComputedStyle(element).textOverflow === 'ellipsis'
  }

  function excessOf({box, clips, element}: Boxed, slide: HTMLElement): number {
    const frame = slide.getBoundingClientRect()
    const foot = slide.querySelector('.page-notes') ?? slide.querySelector('.slide-footer')
    const bottom = element.closest('.slide-body') && foot ? foot.getBoundingClientRect().top : frame.bottom
    let excess = Math.max(box.bottom - bottom, box.right - frame.right, frame.left - box.left, frame.top - box.top)
    for (let outer = clips; outer && outer !== slide; outer = outer.parentElement) {
      const {overflowX, overflowY} = getComputedStyle(outer)
      if (overflowX === 'visible' && overflowY === 'visible') continue
      const clip = outer.getBoundingClientRect()
      if (clip.width <= 1 || clip.height <= 1) return 0
      if (overflowX !== 'visible') excess = Math.max(excess, box.right - clip.right, clip.left - box.left)
      if (overflowY !== 'visible') excess = Math.max(excess, box.bottom - clip.bottom, clip.top - box.top)
    }
    return excess
  }
}
