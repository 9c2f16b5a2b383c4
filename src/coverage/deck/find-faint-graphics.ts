import type {DeckDefect} from './deck-defect.ts'

/**
 * Runs in the deck. Drawings: words need 4.5:1 (3:1 from 24 px on) against the shape they stand on, and so do 3:1 arrows and the
 * clearest mark of the drawing (WCAG 2.2, 1.4.3 and 1.4.11). What stands on a gradient or a picture is not judged.
 */
export function findFaintGraphics(): DeckDefect[] {
  const {backgroundOf, channelsOf, contrastOf} = globalThis.colourContrast
  const slides = Array.from(document.querySelectorAll<HTMLElement>('.slides > section > .slide'))
  return slides.flatMap((slide, index) => {
    for (const drawing of slide.querySelectorAll<SVGSVGElement>('.figure-image > svg')) {
      const fault = faultOf(drawing)
      if (!fault) continue
      const unit = drawing.closest<HTMLElement>('[data-block]')?.dataset['block'] ?? ''
      const ratio = fault.ratio.toFixed(1)
      const chinese = `图里有对比度只有 ${ratio}:1 的${fault.of === 'text' ? '字' : '线或形'}`
      const english = `a drawing with ${fault.of === 'text' ? 'text' : 'lines or shapes'} of a contrast of ${ratio}:1`
      return [{ruleId: 'slide-is-readable' as const, slide: index + 1, unit, chinese, english}]
    }
    return []
  })

  function faultOf(drawing: SVGSVGElement): {ratio: number; of: 'text' | 'shape'} | undefined {
    const shapes = Array.from(
      drawing.querySelectorAll<SVGGeometryElement>('path,line,polyline,polygon,rect,circle,ellipse'),
    )
    const drawn = shapes.filter((shape) => !shape.closest('defs, marker, clipPath, mask, pattern, symbol'))
    // Parts of a text may have colours of their own.
    const texts = Array.from(drawing.querySelectorAll<SVGTextContentElement>('text, tspan'))
    const words = texts.flatMap((text) => {
      const own = Array.from(text.childNodes, (node) => (node.nodeType === Node.TEXT_NODE ? node.nodeValue : ''))
      const {fill, fontSize} = getComputedStyle(text)
      const ratio = own.join('').trim() ? ratioOf(text, fill, drawn) : undefined
      const size = Number.parseFloat(fontSize) * Math.abs(text.getScreenCTM()?.a ?? 1)
      return ratio === undefined ? [] : [{ratio, isFaint: ratio < (size >= 24 ? 3 : 4.5)}]
    })
    const faint = words.find(({isFaint}) => isFaint)
    if (faint) return {ratio: faint.ratio, of: 'text'}
    const marks = drawn.flatMap((shape) => {
      const {fill, markerEnd, stroke} = getComputedStyle(shape)
      const ratios = [fill, stroke].flatMap((paint) => ratioOf(shape, paint, []) ?? [])
      const [ratio = 0, other = ratio] = ratios
      return ratios.length > 0 ? [{ratio: Math.max(ratio, other), isArrow: markerEnd !== 'none'}] : []
    })
    const arrow = marks.find(({isArrow, ratio}) => isArrow && ratio < 3)
    const clearest = [...words, ...marks].reduce((most, {ratio}) => Math.max(most, ratio), 0)
    if (arrow) return {ratio: arrow.ratio, of: 'shape'}
    return marks.length > 0 && clearest < 3 ? {ratio: clearest, of: 'shape'} : undefined
  }

  /** Contrast of a paint with what lies behind the middle of an element. */
  function ratioOf(
    element: SVGGraphicsElement,
    paint: string,
    below: readonly SVGGeometryElement[],
  ): number | undefined {
    if ((channelsOf(paint)?.[3] ?? 1) < 1 || !channelsOf(paint)) return undefined
    const shape = below.findLast((one) => isBehind(one, element))
    const behind = shape ? getComputedStyle(shape).fill : backgroundOf(element)
    return behind ? contrastOf(paint, behind) : undefined
  }

  function isBehind(shape: SVGGeometryElement, element: SVGGraphicsElement): boolean {
    const {fill, fillOpacity} = getComputedStyle(shape)
    const isEarlier = (shape.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
    if (!isEarlier || fill === 'none' || Number(fillOpacity) < 0.5) return false
    const {height, width, x, y} = element.getBoundingClientRect()
    const middle = new DOMPoint(x + width / 2, y + height / 2).matrixTransform(shape.getScreenCTM()?.inverse())
    return shape.isPointInFill(middle)
  }
}
