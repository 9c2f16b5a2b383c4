import type {Element} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {SKIP, visit} from 'unist-util-visit'

const elements = new Set(
  (
    'svg g defs symbol use title desc rect circle ellipse line polyline polygon path text tspan textPath marker ' +
    'linearGradient radialGradient stop clipPath mask pattern image filter feGaussianBlur feOffset feMerge feMergeNode'
  ).split(' '),
)

/**
 * An SVG file as hast that is safe to put into a document: drawing elements only, no scripts, no events, no reference
 * out of the file, and ids prefixed so that two figures cannot disturb each other. `undefined` when it is not an SVG.
 */
export function inlineSvg(source: string, prefix: string): Element | undefined {
  const tree = fromHtml(source, {fragment: true})
  const svg = tree.children.find((child): child is Element => child.type === 'element' && child.tagName === 'svg')
  if (!svg) return undefined
  visit(svg, (node, index, parent) => {
    if (node.type === 'text') return undefined
    if (node.type === 'element' && elements.has(node.tagName)) {
      cleanAttributes(node, prefix)
      return undefined
    }
    if (!parent || index === undefined) return undefined
    parent.children.splice(index, 1)
    return [SKIP, index]
  })
  return svg
}

function cleanAttributes(element: Element, prefix: string): void {
  for (const [name, value] of Object.entries(element.properties)) {
    const clean = cleanAttribute(name, String(value), prefix)
    if (clean === undefined) delete element.properties[name]
    else if (clean !== String(value)) element.properties[name] = clean
  }
}

/** The value an attribute may keep; `undefined` for none. */
function cleanAttribute(name: string, value: string, prefix: string): string | undefined {
  if (/^on|^style$|^className$/iu.test(name)) return undefined
  if (name === 'id') return `${prefix}-${value}`
  if (name === 'href' || name === 'xLinkHref') return value.startsWith('#') ? `#${prefix}-${value.slice(1)}` : undefined
  if (!/url\(/iu.test(value)) return value
  const local = /^url\(['"]?#(?<id>[^'")]+)['"]?\)$/u.exec(value)?.groups?.['id']
  return local && `url(#${prefix}-${local})`
}
