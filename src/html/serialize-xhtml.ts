import type {Element, Nodes, Properties} from 'hast'
import {find, html, svg, type Schema} from 'property-information'

const namespaces = {
  html: 'http://www.w3.org/1999/xhtml',
  svg: 'http://www.w3.org/2000/svg',
  math: 'http://www.w3.org/1998/Math/MathML',
} as const
type Space = keyof typeof namespaces

/** Elements that have no content in HTML and therefore close themselves; all others get an end tag. */
const voids = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
/** XML 1.0, production 4, without the colon but for the two prefixes that are declared. */
const xmlName = /^(?:epub:|xlink:|xml:|xmlns:)?[A-Za-z_][\w.-]*$/u
/** Everything but XML 1.0's production 2 (Char). */
const notXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/**
 * A hast tree as XHTML: well-formed XML for any tree, and parsing it gives the tree back.
 *
 * Our own because none exists: `rehype-stringify` writes HTML, and `hast-util-to-xast` knows neither MathML's namespace
 * nor the way back from `foreignObject`, and lets through names and characters that are not XML.
 * Characters that XML does not have become U+FFFD; attributes whose names it does not have are left out.
 */
export function serializeXhtml(tree: Nodes): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n${serialize(tree, undefined)}\n`
}

/** A drawing as a file of its own. */
export function serializeSvg(drawing: Element): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${serialize(drawing, undefined)}\n`
}

/** `space` is the namespace in force, `undefined` above the root element. */
function serialize(node: Nodes, space: Space | undefined): string {
  switch (node.type) {
    case 'root':
      return node.children.map((child) => serialize(child, space)).join('')
    case 'text':
      return escapeText(node.value)
    case 'comment':
      return `<!--${toXmlCharacters(node.value).replaceAll('--', '- -').replace(/-$/u, '- ').replace(/^>/u, ' >')}-->`
    case 'element':
      return serializeElement(node, space)
    case 'doctype':
      return ''
    default:
      throw new Error(`Cannot write a ${node.type} node as XHTML`)
  }
}

function serializeElement(element: Element, outer: Space | undefined): string {
  const space = spaceOf(element, outer)
  const name = xmlName.test(element.tagName) ? element.tagName : 'span'
  const declaration = space === outer ? '' : ` xmlns="${namespaces[space]}"`
  const attributes = serializeProperties(element.properties, space === 'svg' ? svg : html)
  const open = `<${name}${declaration}${attributes}`
  const inner = element.tagName === 'foreignObject' ? 'svg' : space
  const content = element.children.map((child) => serialize(child, inner)).join('')
  if (space === 'html' && voids.has(name)) return `${open}/>`
  return content || space === 'html' ? `${open}>${content}</${name}>` : `${open}/>`
}

function spaceOf(element: Element, outer: Space | undefined): Space {
  if (element.tagName === 'svg') return 'svg'
  if (element.tagName === 'math') return 'math'
  // HTML inside `foreignObject` and `annotation-xml` declares itself by the elements that only HTML has.
  if (outer === undefined) return 'html'
  return outer === 'svg' && element.tagName === 'div' ? 'html' : outer
}

function serializeProperties(properties: Properties, schema: Schema): string {
  return Object.entries(properties)
    .map(([property, value]) => serializeAttribute(property, value, schema))
    .join('')
}

function serializeAttribute(property: string, value: Properties[string], schema: Schema): string {
  if (value === null || value === undefined || value === false || Number.isNaN(value)) return ''
  // The schema is looked up by name, and would give what every object inherits.
  if (property in Object.prototype) return ''
  const info = find(schema, property)
  const name = info.attribute
  if (!xmlName.test(name) || name === 'xmlns') return ''
  const text = attributeText(value, info.commaSeparated, name)
  return ` ${name}="${escapeAttribute(text)}"${name === 'lang' ? ` xml:lang="${escapeAttribute(text)}"` : ''}`
}

function attributeText(value: NonNullable<Properties[string]>, isCommaSeparated: boolean, name: string): string {
  if (value === true) return name.startsWith('data-') || name.startsWith('aria-') ? 'true' : name
  return Array.isArray(value) ? value.join(isCommaSeparated ? ', ' : ' ') : String(value)
}

const toXmlCharacters = (text: string) => text.replaceAll(notXml, '\uFFFD')

// A carriage return must be a reference, or an XML parser turns it into a line feed.
const escapeText = (text: string) =>
  toXmlCharacters(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;')

const escapeAttribute = (text: string) =>
  escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')
