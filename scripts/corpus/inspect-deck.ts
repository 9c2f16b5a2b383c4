import {readFile} from 'node:fs/promises'
import path from 'node:path'
import type {Element, Nodes, Root} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {toString} from 'hast-util-to-string'

export interface DeckFacts {
  readonly slides: number
  /** Identifiers of slides that show next to nothing below their heading. */
  readonly nearEmpty: readonly string[]
  /** The most slides in a row that go on with one section, and where. */
  readonly longestRun: {readonly slides: number; readonly at: string}
  readonly identifiers: readonly string[]
  readonly text: string
}

/** Fewer characters than these and no picture: next to nothing. */
const fewCharacters = 8

/** What the finished deck looks like; absent where there is none. */
export async function inspectDeck(finished: string): Promise<DeckFacts | undefined> {
  const html = await readFile(path.join(finished, 'deck/index.html'), 'utf8').catch(() => undefined)
  return html === undefined ? undefined : factsOf(fromHtml(html))
}

function factsOf(root: Root): DeckFacts {
  const slides = elementsIn(root).filter(({tagName, properties}) => tagName === 'section' && properties['id'])
  const facts = slides.map((slide) => {
    const part = elementsIn(slide).find((one) => hasClass(one, 'part'))
    const [index = '1', count = '1'] = part ? toString(part).split('/') : []
    return {id: String(slide.properties['id']), index: Number(index), count: Number(count), isEmpty: isNearEmpty(slide)}
  })
  const longest = facts.reduce((most, one) => (one.count > most.count ? one : most), {id: '', count: 0})
  return {
    slides: facts.length,
    nearEmpty: facts.filter(({isEmpty}) => isEmpty).map(({id}) => id),
    longestRun: {slides: longest.count, at: longest.id},
    identifiers: facts.map(({id}) => id),
    text: slides.map(textOf).join('\n'),
  }
}

function isNearEmpty(slide: Element): boolean {
  const body = elementsIn(slide).find((one) => hasClass(one, 'slide-body'))
  if (!body) return false
  const hasPicture = elementsIn(body).some(({tagName}) =>
    ['img', 'svg', 'table', 'pre', 'math', 'video'].includes(tagName),
  )
  return !hasPicture && toString(body).replaceAll(/\s/gu, '').length < fewCharacters
}

/** Text with a line for each block; code is left out, since it may be about any syntax. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (!('children' in node)) return ''
  if (node.type === 'element' && ['code', 'pre', 'script', 'style', 'svg', 'math', 'kbd'].includes(node.tagName))
    return '\u{FFFC}'
  const text = node.children.map(textOf).join('')
  const isBlock =
    node.type === 'element' && /^(?:p|div|li|h\d|td|th|tr|section|blockquote|dt|dd|figcaption)$/u.test(node.tagName)
  return isBlock ? `${text}\n` : text
}

function elementsIn(node: Nodes): Element[] {
  if (!('children' in node)) return []
  return node.children.flatMap((child) => (child.type === 'element' ? [child, ...elementsIn(child)] : []))
}

function hasClass({properties}: Element, name: string): boolean {
  const {className} = properties
  return Array.isArray(className) && className.includes(name)
}
