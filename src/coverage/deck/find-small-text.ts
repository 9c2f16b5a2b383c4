import type {DeckDefect} from './deck-defect.ts'

/**
 * Runs in the deck. Text is 18 px at least on a slide of 720 px, code and captions 14, words in drawings 11: less cannot be
 * read from the back of a room. Marks of notes, indices and the foot are small by their nature.
 */
export function findSmallText(): DeckDefect[] {
  const slides = Array.from(document.querySelectorAll<HTMLElement>('.slides > section > .slide'))
  return slides.flatMap((slide, index) => {
    let worst = {size: 0, least: 0, unit: ''}
    const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      if (
        !element ||
        !node.textContent?.trim() ||
        element.closest('.slide-footer, sup, sub, rt, .formula, mjx-container')
      )
        continue
      const {least, size} = sizeOf(element)
      if (size >= least - 0.5 || (worst.size > 0 && worst.size <= size)) continue
      worst = {size, least, unit: element.closest<HTMLElement>('[data-block]')?.dataset['block'] ?? ''}
    }
    if (worst.size === 0) return []
    const [shown, wanted] = [worst.size.toFixed(1), worst.least]
    const chinese = `有 ${shown} 像素的字，至少要 ${wanted}`
    const english = `text of ${shown} px, expected at least ${wanted}`
    return [{ruleId: 'slide-is-readable' as const, slide: index + 1, unit: worst.unit, chinese, english}]
  })

  function sizeOf(element: Element): {size: number; least: number} {
    const size = Number.parseFloat(getComputedStyle(element).fontSize)
    const svg = element.closest<SVGSVGElement>('svg')
    if (svg) {
      const scale = Math.abs((element as SVGGraphicsElement).getScreenCTM?.()?.a ?? 1)
      const slide = svg.closest<HTMLElement>('.slide')
      const ofSlide = slide ? slide.getBoundingClientRect().width / slide.offsetWidth : 1
      return {size: (size * scale) / ofSlide, least: 11}
    }
    const zoom = (element as HTMLElement & {currentCSSZoom?: number}).currentCSSZoom ?? 1
    const own = document.querySelector<HTMLElement & {currentCSSZoom?: number}>('.slides')?.currentCSSZoom ?? 1
    const isSmall = element.closest('pre, code, figcaption, caption, .equation-number')
    return {size: (size * zoom) / own, least: isSmall ? 14 : 18}
  }
}
