import type {Element, ElementContent, Properties} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {cssValueFaults} from '../../css/css-faults.ts'
import {attributesOf, hastName, isPresentation} from './presentation-properties.ts'
import {chooseFrom, drawingElements, saysNothing} from './svg-elements.ts'
import type {Subject} from './svg-selectors.ts'
import {declarationsFor, readSheets, type SvgSheet} from './svg-sheets.ts'
import {cleanValue} from './svg-values.ts'

/** Something that the drawing has in its file and not in the document. */
export interface Loss {
  /** Part of it, a file it refers to, or how it looks. */
  readonly kind: 'part' | 'file' | 'style'
  readonly name: string
}

export interface InlinedSvg {
  readonly svg: Element
  readonly losses: readonly Loss[]
}

/**
 * An SVG file as hast that is safe to put into a document: drawing elements only, no scripts, no events, no reference
 * out of the file, and ids prefixed so that two figures cannot disturb each other. Its styles become attributes, since
 * a style sheet would hold for the whole document. `undefined` when it is not an SVG.
 */
export function inlineSvg(source: string, prefix: string): InlinedSvg | undefined {
  const tree = fromHtml(source, {fragment: true})
  const svg = tree.children.find((child): child is Element => child.type === 'element' && child.tagName === 'svg')
  if (!svg) return undefined
  const losses = new Map<string, Loss>()
  const lose = (kind: Loss['kind'], name: string) => {
    losses.set(`${kind} ${name}`, {kind, name})
  }
  const sheet = readSheets(svg)
  for (const name of sheet.lost) lose('style', name)
  cleanElement(svg, undefined, {prefix, sheet, lose})
  return {svg, losses: [...losses.values()]}
}

interface Cleaning {
  readonly prefix: string
  readonly sheet: SvgSheet
  readonly lose: (kind: Loss['kind'], name: string) => void
}

function cleanElement(element: Element, parent: Subject | undefined, cleaning: Cleaning): void {
  const {tagName} = element
  const subject = subjectOf(element, parent)
  const styles = stylesOf(element, subject, cleaning)
  element.properties = {...cleanAttributes(element, cleaning), ...styles}
  element.children = element.children.flatMap((child) => cleanChild(child, subject, cleaning))
  // Neither leads anywhere any more; text has no groups.
  if (tagName === 'a') element.tagName = isInText(parent) ? 'tspan' : 'g'
  if (tagName === 'switch') element.tagName = 'g'
}

const subjectOf = ({properties, tagName}: Element, parent: Subject | undefined): Subject => ({
  tagName,
  id: properties['id'] ?? '',
  classes: [properties['className'] ?? []].flat().map(String),
  parent,
})

const isInText = (subject: Subject | undefined) =>
  subject !== undefined && ['text', 'textPath', 'tspan'].includes(subject.tagName)

function cleanChild(child: ElementContent, parent: Subject, cleaning: Cleaning): ElementContent[] {
  if (child.type === 'text') return [child]
  if (child.type !== 'element') return []
  if (child.tagName === 'switch') {
    const {element, lostWords} = chooseFrom(child)
    if (lostWords) cleaning.lose('part', lostWords)
    // Draw.io's last one is empty but for programs that know no HTML.
    if (!element || (element.tagName === 'g' && element.children.length === 0)) return []
    child.children = [element]
  } else if (child.tagName !== 'a' && !drawingElements.has(child.tagName)) {
    if (!saysNothing(child)) cleaning.lose('part', `<${child.tagName}>`)
    return []
  }
  cleanElement(child, parent, cleaning)
  return [child]
}

function cleanAttributes({properties, tagName}: Element, cleaning: Cleaning): Properties {
  const clean: Properties = {}
  for (const [name, given] of Object.entries(properties)) {
    // `content` is the whole file of Draw.io, all its pages, for itself.
    if (/^(?:style$|className$|content$|data|xmlBase)/u.test(name)) continue
    const value = String(given)
    if (/^(?:.*:)?on/iu.test(name)) cleaning.lose('part', name.toLowerCase())
    // Of other vocabularies: nothing that draws.
    else if (name.includes(':')) continue
    else if (name === 'id') clean[name] = `${cleaning.prefix}-${value}`
    else if (name === 'href' || name === 'xLinkHref')
      Object.assign(clean, {[name]: cleanReference(value, tagName, cleaning)})
    else Object.assign(clean, cleanAttribute(name, given, cleaning))
  }
  return clean
}

function cleanReference(value: string, tagName: string, {lose, prefix}: Cleaning): string | undefined {
  if (value.startsWith('#')) return `#${prefix}-${value.slice(1)}`
  // As an image nothing in it runs or asks for anything.
  if (tagName === 'image' && /^data:image\/(?:gif|jpeg|png|svg\+xml|webp)[;,]/iu.test(value)) return value
  if (tagName === 'a') lose('part', `<a href="${value}">`)
  else lose('file', value)
  return undefined
}

function cleanAttribute(name: string, given: Properties[string], {lose, prefix}: Cleaning): Properties {
  const value = String(given)
  if (/^aria|^role$/u.test(name)) return {[name]: given}
  const clean = cleanValue(value, prefix)
  if (clean !== undefined) return {[name]: clean === value ? given : clean}
  if (isPresentation(name)) loseValue(name, value, lose)
  return {}
}

/** Attributes from style sheets and from `style`. */
function stylesOf({properties, tagName}: Element, subject: Subject, {lose, prefix, sheet}: Cleaning): Properties {
  const styles: Properties = {}
  for (const {property, value} of declarationsFor(subject, properties['style'] ?? '', sheet)) {
    const attributes = !subject.parent && isGround(property) ? groundOf(value) : attributesOf(property, value, tagName)
    if (!attributes) lose('style', `${property}: ${value}`)
    for (const [name, plain] of attributes ?? []) {
      const clean = cleanValue(plain, prefix)
      if (clean === undefined) loseValue(property, value, lose)
      else styles[hastName(name)] = clean
    }
  }
  return styles
}

const isGround = (property: string) => property === 'background' || property === 'background-color'

/** What the whole drawing stands on is no attribute: the one style that stays, when it is a mere colour. */
function groundOf(value: string): readonly (readonly [string, string])[] | undefined {
  if (/^(?:none|transparent)$/iu.test(value)) return []
  return /^[#\w\s.,%/()-]+$/u.test(value) && !/url\(/iu.test(value) && cssValueFaults(value).length === 0
    ? [['style', `background-color:${value}`]]
    : undefined
}

function loseValue(name: string, value: string, lose: Cleaning['lose']): void {
  const file = /url\(\s*["']?(?<file>[^#"')\s][^"')\s]*)/iu.exec(value)?.groups?.['file']
  if (file) lose('file', file)
  else lose('style', `${name}: ${value}`)
}
