/** What a look at a document of an e-book found. */
export interface BookDefect {
  /** Id of the block; empty for what belongs to none. */
  readonly unit: string
  readonly chinese: string
  readonly english: string
}

/**
 * Runs in a document of an e-book: words, formulas and pictures that take no room or are not painted. Marks of pages, and what is there for screen readers alone, say nothing to the eye.
 */
export function findUnseenText(): BookDefect[] {
  const body = document.body
  if (document.styleSheets.length === 0 || Array.from(document.styleSheets).every((one) => one.cssRules.length === 0)) {
    return [{unit: '', chinese: '没有样式', english: 'no style sheet'}]
  }
  const defects: BookDefect[] = []
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    const text = node.textContent?.trim() ?? ''
    if (!element || !text || isSilent(element)) continue
    range.selectNodeContents(node)
    judge(element, range.getBoundingClientRect(), text)
  }
  for (const picture of body.querySelectorAll('img, svg, math')) {
    if (!isSilent(picture)) judge(picture, picture.getBoundingClientRect(), picture.localName)
  }
  return defects.slice(0, 12)

  function isSilent(element: Element): boolean {
    return element.closest('nav[hidden], annotation, svg > *, script, style, math > *, [role="doc-pagebreak"]') !== null
  }

  function judge(element: Element, box: DOMRect, text: string): void {
    const what = `“${text.slice(0, 30)}”`
    const unit = element.closest('[id]')?.id ?? ''
    const isEmpty = (box.width < 1 || box.height < 1) && !isOfSymbols(element)
    if (isEmpty || !isPainted(element) || isFaint(element)) {
      defects.push({unit, chinese: `看不见：${what}`, english: `cannot be seen: ${what}`})
    }
  }

  /** A formula of arrows or Fraktur alone takes no room where no font of the machine has them: that is not the book's fault. */
  function isOfSymbols(element: Element): boolean {
    const said = Array.from(element.querySelectorAll('mi, mn, mo, mtext'), (one) => one.textContent ?? '').join('')
    return element.localName === 'math' && !/[\dA-Za-z]/u.test(said)
  }

  function isPainted(element: Element): boolean {
    for (let one: Element | null = element; one; one = one.parentElement) {
      const {clipPath, display, opacity} = getComputedStyle(one)
      if (display === 'none' || clipPath !== 'none' || Number(opacity) < 0.15) return false
    }
    return getComputedStyle(element).visibility === 'visible'
  }

  /** White on white, or nearly: the distance of the ink from what lies behind it, 0 to 255. */
  function isFaint(element: Element): boolean {
    const ink = channelsOf(getComputedStyle(element).color)
    const behind = backgroundOf(element)
    if (!behind || element.localName === 'img') return false
    return (ink[3] ?? 1) < 0.15 || Math.max(...[0, 1, 2].map((at) => Math.abs((ink[at] ?? 0) - (behind[at] ?? 0)))) < 40
  }

  function channelsOf(colour: string): number[] {
    return (/^rgba?\((?<numbers>[^)]+)\)$/u.exec(colour)?.groups?.['numbers'] ?? '').split(/[,\s/]+/u).map(Number)
  }

  /** Absent on a picture or gradient. */
  function backgroundOf(element: Element): number[] | undefined {
    for (let outer: Element | null = element; outer; outer = outer.parentElement) {
      const {backgroundColor, backgroundImage} = getComputedStyle(outer)
      if (backgroundImage !== 'none') return undefined
      const channels = channelsOf(backgroundColor)
      if ((channels[3] ?? 1) === 1 && channels.length > 2) return channels
    }
    return [255, 255, 255]
  }
}
