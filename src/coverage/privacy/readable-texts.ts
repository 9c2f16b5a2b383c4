import type {ElementContent, Root, RootContent} from 'hast'
import {visit} from 'unist-util-visit'
import {placeholder} from '../normalize-text.ts'

/** Longer addresses are pictures. */
const mostCharacters = 200_000

/** What a page says once it is read: its text with entities and elements put together, the values of its attributes. */
export function textsOfPage(tree: Root): ReadonlySet<string> {
  const texts = new Set([tree.children.map((child) => textOf(child)).join('')])
  visit(tree, 'element', ({properties}) => {
    for (const value of Object.values(properties)) if (typeof value === 'string') texts.add(value)
  })
  return texts
}

/** These stand within a text; others begin a new one. */
const inline = new Set(
  'a abbr b bdi cite code del dfn em i ins kbd mark q rb ruby s samp small span strong sub sup u var'.split(' '),
)

function textOf(node: RootContent | ElementContent): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element') return ''
  const text = node.children.map((child) => textOf(child)).join('')
  return inline.has(node.tagName) ? text : placeholder + text + placeholder
}

/** Texts that a source has in another writing: Base64 in addresses of text, escapes of scripts and style sheets. */
export function decodedTexts(source: string): string[] {
  const addresses = source.matchAll(/data:(?:text|application\/json|image\/svg)[^,"']*;base64,(?<data>[\w+/=]+)/gu)
  const texts = Array.from(addresses, ({groups}) => groups?.['data'] ?? '')
    .filter(({length}) => length <= mostCharacters)
    .map((data) => Buffer.from(data, 'base64').toString('utf8'))
  const plain = source.replaceAll(/\\u\{?(?<code>[\da-f]{4,6})\}?/giu, (whole, code: string) =>
    characterOf(code, whole),
  )
  return plain === source ? texts : [...texts, plain]
}

function characterOf(code: string, whole: string): string {
  const point = Number.parseInt(code, 16)
  return point <= 0x10_ff_ff ? String.fromCodePoint(point) : whole
}
