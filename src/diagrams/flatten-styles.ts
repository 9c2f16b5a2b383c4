/**
 * Runs in the page: the drawing there as SVG text in which every style is an attribute, so that it looks the same in
 * a file, inside another document, and after rules for other drawings are gone.
 */
export function flattenStyles(): string {
  const shapes = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'fill-opacity', 'stroke-opacity']
  const texts = [...shapes, 'font-size', 'font-weight', 'font-family', 'text-anchor', 'dominant-baseline']
  /** What SVG assumes anyway, and nothing inherits otherwise. */
  const usual = new Set([
    'stroke-width 1px',
    'opacity 1',
    'fill-opacity 1',
    'stroke-opacity 1',
    'stroke-dasharray none',
    'stroke-dasharray 1px, 0px',
  ])
  const svg = document.querySelector('svg')
  if (!svg) return ''
  const elements = [...svg.querySelectorAll<SVGElement>('*')]
  // All styles are read before any is taken away.
  const computed = elements.map((element) => readStyles(element))
  for (const [index, element] of elements.entries()) writeStyles(element, computed[index] ?? [])
  const {height, width} = svg.viewBox.baseVal
  for (const name of ['style', 'class', 'aria-roledescription', 'role']) svg.removeAttribute(name)
  svg.setAttribute('width', String(width))
  svg.setAttribute('height', String(height))
  return new XMLSerializer().serializeToString(svg)

  function readStyles(element: SVGElement): [string, string][] {
    const style = getComputedStyle(element)
    const isHidden = style.display === 'none' && !element.closest('defs,marker')
    // Mermaid leaves boxes without a size, which draw nothing and which SVG does not allow.
    const isNothing = element.tagName === 'rect' && !(element.hasAttribute('width') && element.hasAttribute('height'))
    if (isHidden || isNothing || ['style', 'script', 'title', 'desc'].includes(element.tagName)) return []
    const names = ['text', 'tspan'].includes(element.tagName) ? texts : shapes
    return names.map((name) => [name, style.getPropertyValue(name)])
  }

  function writeStyles(element: SVGElement, values: readonly [string, string][]): void {
    if (values.length === 0) element.remove()
    for (const name of element.getAttributeNames()) {
      if (/^(?:style|class|filter|name|data-.*)$/u.test(name)) element.removeAttribute(name)
    }
    for (const [name, value] of values) {
      if (usual.has(`${name} ${value}`)) element.removeAttribute(name)
      else element.setAttribute(name, value)
    }
  }
}
