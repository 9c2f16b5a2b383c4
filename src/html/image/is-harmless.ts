import {fromXml} from 'xast-util-from-xml'
import type {Element, Root} from 'xast'
import {cssFaults, cssValueFaults} from '../../css/css-faults.ts'
import {hastName, isPresentation} from './presentation-properties.ts'
import {drawingElements} from './svg-elements.ts'
import {prefixesIn, splitName, svgNamespace, type Prefixes} from './xml-namespaces.ts'

const xhtml = 'http://www.w3.org/1999/xhtml'
const mathml = 'http://www.w3.org/1998/Math/MathML'

/** What stands in a file beside what draws, and is nothing but words. */
const quiet = new Set(['metadata', 'style', 'switch', 'foreignObject', 'view'])
const ofText = new Set(
  'b body br code div em font i li mark ol p pre s small span strong sub sup table tbody td th tr u ul'.split(' '),
)

/** Declarations that make an XML parser see other elements than stand there. */
const declares = /<!(?:ENTITY|ATTLIST|ELEMENT|NOTATION)\b|<!DOCTYPE[^>]*\[/iu

/**
 * Whether the file of a drawing, read as the XML that it is, has nothing that could run, move or reach out of it, so that it can be part of
 * an output as it is. What cannot be read is not.
 */
export function isHarmless(source: string): boolean {
  if (declares.test(source)) return false
  try {
    return isHarmlessTree(fromXml(source))
  } catch {
    return false
  }
}

const isHarmlessTree = ({children}: Root): boolean =>
  children.every((child) => {
    if (child.type === 'instruction') return child.name === 'xml'
    return child.type !== 'element' || isHarmlessElement(child, new Map())
  })

function isHarmlessElement(element: Element, outer: Prefixes): boolean {
  const prefixes = prefixesIn(element, outer)
  const {local, prefix} = splitName(element.name)
  return (
    isKnown(local, prefixes.get(prefix)) &&
    Object.entries(element.attributes).every(([name, value]) => isHarmlessAttribute(name, value ?? '', local)) &&
    (local !== 'style' || cssFaults(wordsIn(element)).length === 0) &&
    element.children.every(
      (child) => child.type !== 'instruction' && (child.type !== 'element' || isHarmlessElement(child, prefixes)),
    )
  )
}

/** Elements of other vocabularies, by which editors note things for themselves, mean nothing to a browser. */
function isKnown(local: string, namespace: string | undefined): boolean {
  if (namespace === svgNamespace) return drawingElements.has(local) || quiet.has(local)
  if (namespace === xhtml) return ofText.has(local)
  return namespace !== mathml && namespace !== undefined
}

function isHarmlessAttribute(name: string, value: string, element: string): boolean {
  const local = (name.split(':').at(-1) ?? '').toLowerCase()
  if (local === 'base' || local.startsWith('on')) return false
  if (local === 'href' || local === 'src')
    return (
      value.startsWith('#') || (element === 'image' && /^data:image\/(?:gif|jpeg|png|svg\+xml|webp)[;,]/iu.test(value))
    )
  if (local === 'style') return cssFaults(value).length === 0
  const isCss = isPresentation(hastName(local)) || local === 'cursor'
  return !isCss || !/[(\\]/u.test(value) || cssValueFaults(value).length === 0
}

const wordsIn = ({children}: Element): string =>
  children.map((child) => (child.type === 'text' || child.type === 'cdata' ? child.value : '')).join('')
