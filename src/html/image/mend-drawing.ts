import type {Element, Root} from 'xast'
import {fromXml} from 'xast-util-from-xml'
import {serializeXml} from '../serialize-xml.ts'
import {settleIds} from './settle-ids.ts'
import {viewBoxFor} from './view-box.ts'
import {prefixesIn, splitName, svgNamespace, xlinkNamespace, type Prefixes} from './xml-namespaces.ts'

/**
 * The file of a drawing without what programs disagree about: it has a `viewBox` by which it can be scaled, ids that are names of XML and
 * differ, references only to what is there, `data:` addresses without white space, and no attributes that editors note for themselves. The
 * same text where nothing is to be mended, and `undefined` where it is no XML.
 */
export function mendDrawing(source: string): string | undefined {
  const tree = readXml(source)
  const svg = tree?.children.find((child): child is Element => child.type === 'element')
  if (!tree || !svg) return undefined
  wordsForCdata(svg)
  const before = serializeXml(tree)
  mendElement(svg, new Map())
  addViewBox(svg)
  settleIds(svg)
  const after = serializeXml(tree)
  if (after === before) return source
  tree.children = tree.children.filter((child) => child.type !== 'instruction' || child.name !== 'xml')
  return `<?xml version="1.0" encoding="utf-8"?>\n${serializeXml(tree)}\n`
}

function readXml(source: string): Root | undefined {
  try {
    return fromXml(source)
  } catch {
    return undefined
  }
}

/** The same words, which need no end of their own. */
function wordsForCdata(element: Element): void {
  element.children = element.children.map((child) =>
    child.type === 'cdata' ? {type: 'text', value: child.value} : child,
  )
  for (const child of element.children) if (child.type === 'element') wordsForCdata(child)
}

function mendElement(element: Element, outer: Prefixes): void {
  const prefixes = prefixesIn(element, outer)
  // Content in other vocabularies, such as HTML, is left alone.
  if (prefixes.get(splitName(element.name).prefix) === svgNamespace) {
    const attributes = Object.entries(element.attributes).flatMap(([name, value]) => {
      const known = nameInDrawings(name, prefixes)
      return known === undefined ? [] : [[known, withoutGaps(known, value ?? '')] as const]
    })
    const isLinked = attributes.some(([name]) => name.startsWith('xlink:'))
    const declared = isLinked && prefixes.get('xlink') !== xlinkNamespace ? {'xmlns:xlink': xlinkNamespace} : {}
    element.attributes = {...Object.fromEntries(attributes), ...declared}
  }
  for (const child of element.children) if (child.type === 'element') mendElement(child, prefixes)
}

/** Of an attribute that says something of the drawing or declares a namespace, as every program knows it. */
function nameInDrawings(name: string, prefixes: Prefixes): string | undefined {
  const {local, prefix} = splitName(name)
  if (['', 'xml', 'xmlns'].includes(prefix)) return name
  const namespace = prefixes.get(prefix) ?? (prefix === 'xlink' ? xlinkNamespace : undefined)
  return namespace === xlinkNamespace ? `xlink:${local}` : undefined
}

/** Editors break the data of a picture into lines, and one that begins with `//` looks like an address. */
function withoutGaps(name: string, value: string): string {
  if (splitName(name).local !== 'href' || !/^\s*data:/iu.test(value)) return value
  return /^[^,]*;\s*base64\s*,/iu.test(value) ? value.replaceAll(/\s+/gu, '') : value.trim()
}

function addViewBox(svg: Element): void {
  const {height, viewBox, width} = svg.attributes
  const box = viewBox?.trim() ? undefined : viewBoxFor(width ?? '', height ?? '')
  if (box) svg.attributes = {...svg.attributes, viewBox: `0 0 ${box.width} ${box.height}`}
}
