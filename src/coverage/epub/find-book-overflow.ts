import type {BookDefect} from './find-unseen-text.ts'

/**
 * Runs in a document of an e-book: words, formulas and pictures that run out of the screen, or out of a box that clips them. What a
 * reader can scroll to is there. `judgesWidth`: whether the screen is judged, too; a formula that cannot be broken is not.
 */
export function findBookOverflow(judgesWidth: boolean): BookDefect[] {
  const {body} = document
  const defects: BookDefect[] = []
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    const text = node.textContent?.trim() ?? ''
    if (!element || !text || element.closest('nav[hidden], annotation, svg, math, script, style')) continue
    range.selectNodeContents(node)
    judge(element, {box: range.getBoundingClientRect(), text, clips: element})
  }
  for (const picture of body.querySelectorAll('img, body svg, math')) {
    judge(picture, {box: picture.getBoundingClientRect(), text: picture.localName, clips: picture.parentElement})
  }
  return defects.slice(0, 12)

  function judge(
    element: Element,
    {box, clips, text}: {readonly box: DOMRect; readonly text: string; readonly clips: Element | null},
  ): void {
    const isFormula = element.closest('math, .formula') !== null
    const excess = Math.round(excessOf(box, clips, judgesWidth && !isFormula))
    if (excess <= 1) return
    const what = `“${text.slice(0, 30)}”`
    const unit = element.closest('[id]')?.id ?? ''
    defects.push({unit, chinese: `超出 ${excess} 像素：${what}`, english: `runs over by ${excess} px: ${what}`})
  }

  /** Beyond the nearest box that clips; one that scrolls shows all of it; else beyond the screen. */
  function excessOf(box: DOMRect, clips: Element | null, isWithScreen: boolean): number {
    let excess = 0
    for (let outer = clips; outer && outer !== body; outer = outer.parentElement) {
      const {overflowX, overflowY} = getComputedStyle(outer)
      if (overflowX === 'auto' || overflowX === 'scroll') return excess
      if (overflowX === 'visible' && overflowY === 'visible') continue
      const clip = outer.getBoundingClientRect()
      const beside = Math.max(box.right - clip.right, clip.left - box.left)
      excess = Math.max(excess, beside, box.bottom - clip.bottom, clip.top - box.top)
    }
    const {clientWidth} = document.documentElement
    return isWithScreen ? Math.max(excess, box.right - clientWidth, -box.left) : excess
  }
}
