import type {DeckDefect} from './deck-defect.ts'

/**
 * Runs in the deck. Contrast of text and what lies behind it: 4.5:1, or 3:1 from 24 px on, or 18.66 px in bold (WCAG 2.2,
 * 1.4.3). Of a gradient every colour counts; of a picture what
 * its veil lets through at the worst, and without a veil that text stands on it at all.
 */
export function findFaintText(): DeckDefect[] {
  const {backgroundsOf, contrastOf} = globalThis.colourContrast
  const slides = Array.from(document.querySelectorAll<HTMLElement>('.slides > section > .slide'))
  return slides.flatMap((slide, index) => {
    let worst = {ratio: Number.POSITIVE_INFINITY, unit: ''}
    const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      if (!element || !node.textContent?.trim() || element.closest('svg')) continue
      const ratio = lackOf(element)
      if (ratio !== undefined && ratio < worst.ratio) {
        worst = {ratio, unit: element.closest<HTMLElement>('[data-block]')?.dataset['block'] ?? ''}
      }
    }
    if (worst.ratio === Number.POSITIVE_INFINITY) return []
    const ratio = worst.ratio.toFixed(1)
    const chinese = `有对比度只有 ${ratio}:1 的字`
    const english = `text with a contrast of ${ratio}:1, too faint to read`
    return [{ruleId: 'slide-is-readable' as const, slide: index + 1, unit: worst.unit, chinese, english}]
  })

  /** The contrast of an element's text where it is not enough. */
  function lackOf(element: Element): number | undefined {
    const style = getComputedStyle(element)
    const behind = backgroundsOf(element)
    if (!behind) return 1
    const ratios = behind.flatMap((colour) => contrastOf(style.color, colour) ?? [])
    if (ratios.length === 0) return undefined
    const ratio = ratios.reduce((one, other) => Math.min(one, other), Infinity)
    const size = Number.parseFloat(style.fontSize)
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700)
    return ratio < (isLarge ? 3 : 4.5) ? ratio : undefined
  }
}
