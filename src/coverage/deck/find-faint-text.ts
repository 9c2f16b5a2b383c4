import type {DeckDefect} from './deck-defect.ts'

/**
 * Runs in the deck. Contrast of text and what lies behind it: 4.5:1, or 3:1 from 24 px on, or 18.66 px in bold (WCAG 2.2,
 * 1.4.3). Over a picture or gradient nothing can be said here; lines that a step of code has dimmed are meant to be faint.
 */
export function findFaintText(): DeckDefect[] {
  const slides = Array.from(document.querySelectorAll<HTMLElement>('.slides > section > .slide'))
  return slides.flatMap((slide, index) => {
    let worst = {ratio: Number.POSITIVE_INFINITY, unit: ''}
    const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      if (!element || !node.textContent?.trim() || element.closest('svg, .dimmed')) continue
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
    const behind = backgroundOf(element)
    const colour = channels(style.color)
    if (!behind || !colour) return undefined
    const [light = 0, dark = 0] = [luminance(colour), luminance(behind)].toSorted((a, b) => b - a)
    const ratio = (light + 0.05) / (dark + 0.05)
    const size = Number.parseFloat(style.fontSize)
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700)
    return ratio < (isLarge ? 3 : 4.5) ? ratio : undefined
  }

  function backgroundOf(element: Element): number[] | undefined {
    for (let outer: Element | null = element; outer; outer = outer.parentElement) {
      const {backgroundColor, backgroundImage} = getComputedStyle(outer)
      if (backgroundImage !== 'none') return undefined
      const colour = channels(backgroundColor)
      if (colour && (colour[3] ?? 1) === 1) return colour
    }
    return [255, 255, 255]
  }

  function channels(colour: string): number[] | undefined {
    const numbers = /^rgba?\((?<numbers>[^)]+)\)$/u.exec(colour)?.groups?.['numbers']
    return numbers?.split(/[,\s/]+/u).map(Number)
  }

  function luminance(colour: readonly number[]): number {
    const [red = 0, green = 0, blue = 0] = colour.slice(0, 3).map((value) => {
      const channel = value / 255
      return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
}
