import type {Element} from 'xast'
import {visit} from 'unist-util-visit'
import {splitName} from './xml-namespaces.ts'

interface Target {
  /** As it is called from now on. */
  readonly id: string
  /** Of the element, without a prefix. */
  readonly name: string
}

type Targets = ReadonlyMap<string, Target>

/**
 * Gives the elements of a drawing ids that are names of XML without colons, each once, lets references follow, and takes away those that
 * lead to nothing: of two elements with one id the first has it (SVG 2, 5.4; EPUB 3.3, 3.3).
 */
export function settleIds(svg: Element): void {
  const targets = renameIds(svg)
  visit(svg, 'element', (element, index, parent) => {
    for (const [name, value] of Object.entries(element.attributes)) {
      const settled = settleAttribute(name, value ?? '', targets)
      if (settled === undefined) delete element.attributes[name]
      else element.attributes[name] = settled
    }
    if (splitName(element.name).local === 'style') settleSheet(element, targets)
    // One that shows nothing; none is without what it shows.
    if (splitName(element.name).local !== 'use' || hrefOf(element) !== undefined) return undefined
    if (index === undefined || parent?.type !== 'element') return undefined
    parent.children.splice(index, 1)
    return index
  })
}

const hrefOf = ({attributes}: Element) => attributes['href'] ?? attributes['xlink:href']

/** ASCII, and Chinese: what else is a letter depends on the edition of XML. */
const validId = /^[A-Za-z_\u4E00-\u9FA5][\w.\-\u4E00-\u9FA5]*$/u

function renameIds(svg: Element): Targets {
  const elements: Element[] = []
  visit(svg, 'element', (element) => {
    if (element.attributes['id'] !== undefined) elements.push(element)
  })
  const taken = new Set(elements.map(({attributes}) => attributes['id'] ?? ''))
  const targets = new Map<string, Target>()
  for (const element of elements) {
    const written = element.attributes['id'] ?? ''
    const isFirst = !targets.has(written)
    const id = isFirst && validId.test(written) ? written : freeId(written, taken)
    taken.add(id)
    element.attributes['id'] = id
    if (isFirst) targets.set(written, {id, name: splitName(element.name).local})
  }
  return targets
}

function freeId(written: string, taken: ReadonlySet<string>): string {
  const plain = `_${written.replaceAll(/[^\w.\-\u4E00-\u9FA5]/gu, '_')}`
  for (let count = 1; ; count++) {
    const id = count === 1 ? plain : `${plain}-${count}`
    if (!taken.has(id)) return id
  }
}

const url = /url\(\s*(?:"#(?<double>[^"]*)"|'#(?<single>[^']*)'|#(?<bare>[^"')\s]*))\s*\)/giu

/** `undefined` for one that leads to nothing. */
function settleAttribute(name: string, value: string, targets: Targets): string | undefined {
  const {local} = splitName(name)
  if (local === 'href' && value.startsWith('#')) {
    const target = findTarget(value.slice(1), targets)
    return target && `#${target.id}`
  }
  if (/^aria-(?:describedby|details|labelledby|owns)$/u.test(name)) {
    const ids = value.split(/\s+/u).flatMap((id) => findTarget(id, targets)?.id ?? [])
    return ids.length > 0 ? ids.join(' ') : undefined
  }
  if (name === 'style') return settleDeclarations(value, targets)
  return settleValue(name, value, targets)
}

function settleSheet(style: Element, targets: Targets): void {
  style.children = style.children.map((child) =>
    child.type === 'text' || child.type === 'cdata'
      ? {...child, value: settleDeclarations(child.value, targets)}
      : child,
  )
}

const settleDeclarations = (css: string, targets: Targets) =>
  css.replaceAll(/(?<![\w-])(?<property>[\w-]+)(?<colon>\s*:)(?<value>[^:;{}]*)/gu, (...all) => {
    const {colon = '', property = '', value = ''} = all.at(-1) as Record<string, string | undefined>
    return `${property}${colon}${settleValue(property, value, targets)}`
  })

/** Without a reference to nothing there is no clip, mask or marker, and of a paint what is given for this case (SVG 2, 13.2). */
function settleValue(property: string, value: string, targets: Targets): string {
  if (!/url\(\s*["']?#/iu.test(value)) return value
  const settled = value.replaceAll(url, (...all) => {
    const {bare, double, single} = all.at(-1) as Record<string, string | undefined>
    const target = findTarget(bare ?? double ?? single ?? '', targets)
    const wanted = wantedBy[property.toLowerCase()]
    return target && (!wanted || wanted.includes(target.name)) ? `url(#${target.id})` : ''
  })
  return settled.trim() === '' ? 'none' : settled
}

const paints = ['linearGradient', 'radialGradient', 'pattern']
const marker = ['marker']

/** Elements that a property can refer to; anything else is as nothing. */
const wantedBy: Readonly<Record<string, readonly string[]>> = {
  'clip-path': ['clipPath'],
  fill: paints,
  filter: ['filter'],
  marker,
  'marker-end': marker,
  'marker-mid': marker,
  'marker-start': marker,
  mask: ['mask'],
  stroke: paints,
}

/** A fragment of an address may be percent-encoded. */
function findTarget(fragment: string, targets: Targets): Target | undefined {
  const written = targets.get(fragment)
  if (written || !fragment.includes('%')) return written
  try {
    return targets.get(decodeURIComponent(fragment))
  } catch {
    return undefined
  }
}
