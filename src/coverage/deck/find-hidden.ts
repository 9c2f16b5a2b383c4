import type {DeckDefect} from './deck-defect.ts'

/** Runs in the deck, in the last state of all steps: texts and pictures of blocks that take no room or are not painted. */
export function findHidden(): DeckDefect[] {
  // Lines of code that are not meant now are dimmed, and can still be read.
  const faintest = 0.15
  const {channelsOf} = globalThis.colourContrast
  const slides = Array.from(document.querySelectorAll<HTMLElement>('.slides > section > .slide'))
  return slides.flatMap((slide, index) => {
    const hidden = hiddenIn(slide)
    if (!hidden) return []
    const {text, unit} = hidden
    const chinese = `有看不见的内容：“${text}”`
    const english = `hidden content: “${text}”`
    return [{ruleId: 'slide-is-readable' as const, slide: index + 1, unit, chinese, english}]
  })

  function hiddenIn(slide: HTMLElement): {text: string; unit: string} | undefined {
    const text = textsOf(slide).find(
      ({element, node}) => !isPainted(element, slide) || !hasRoom(node) || isPinhole(element) || !hasInk(element),
    )
    if (text) return {text: text.node.textContent?.trim().slice(0, 40) ?? '', unit: unitOf(text.element)}
    // Drawings inside drawings, such as parts of tall brackets, are as narrow as they like.
    const pictures = Array.from(
      slide.querySelectorAll(':is(.figure-image, .formula) svg:not(svg svg), .figure-image img'),
    )
    const picture = pictures.find((one) => !isPainted(one, slide) || one.getBoundingClientRect().width < 2)
    const name = picture?.getAttribute('alt') ?? picture?.getAttribute('aria-label') ?? picture?.tagName ?? ''
    return picture && {text: name.slice(0, 40), unit: unitOf(picture)}
  }

  /** Words of drawings are part of their picture. */
  function textsOf(slide: HTMLElement): {element: Element; node: Node}[] {
    const found: {element: Element; node: Node}[] = []
    const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      if (element && node.textContent?.trim() && !element.closest('svg, [hidden], .code-step')) {
        found.push({element, node})
      }
    }
    return found
  }

  /** A box of one pixel that clips: what screen readers alone are told stands beside slides, not on them. */
  function isPinhole(element: Element): boolean {
    const {height, width} = element.getBoundingClientRect()
    return getComputedStyle(element).overflow === 'hidden' && (width <= 1 || height <= 1)
  }

  function hasInk(element: Element): boolean {
    return (channelsOf(getComputedStyle(element).color)?.[3] ?? 1) > faintest
  }

  function hasRoom(node: Node): boolean {
    const range = document.createRange()
    range.selectNodeContents(node)
    const {height, width} = range.getBoundingClientRect()
    return width > 0 && height > 0
  }

  /** Up to the slide: the slide itself may be one that is not shown now. */
  function isPainted(element: Element, slide: HTMLElement): boolean {
    for (let one: Element | null = element; one && one !== slide; one = one.parentElement) {
      const {clipPath, display, opacity} = getComputedStyle(one)
      // A drawing may clip itself by a path of its own.
      const isClipped = clipPath !== 'none' && !(one instanceof SVGElement && clipPath.startsWith('url('))
      if (display === 'none' || isClipped || Number(opacity) < faintest) return false
    }
    return getComputedStyle(element).visibility === getComputedStyle(slide).visibility
  }

  function unitOf(element: Element): string {
    return element.closest<HTMLElement>('[data-block]')?.dataset['block'] ?? ''
  }
}
