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
    const text = String(value)
    if (/^on/iu.test(name) || name === 'style' || name === 'className') delete element.properties[name]
    else if (name === 'id') element.properties['id'] = `${prefix}-${text}`
    else if (name === 'href' || name === 'xLinkHref') {
      if (text.startsWith('#')) element.properties[name] = `#${prefix}-${text.slice(1)}`
      else delete element.properties[name]
    } else if (/url\(/iu.test(text)) {
      const local = /^url\(['"]?#(?<id>[^'")]+)['"]?\)$/u.exec(text)?.groups?.['id']
      if (local) element.properties[name] = `url(#${prefix}-${local})`
      else delete element.properties[name]
    }
  }
}
