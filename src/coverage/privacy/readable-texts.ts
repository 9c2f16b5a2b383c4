import type {Root} from 'hast'
import {toString} from 'hast-util-to-string'
import {visit} from 'unist-util-visit'

/** Longer addresses are pictures. */
const mostCharacters = 200_000

/** What a page says once it is read: its text with entities and elements put together, the values of its attributes. */
export function textsOfPage(tree: Root): string[] {
  const texts = [toString(tree)]
  visit(tree, 'element', ({properties}) => {
    for (const value of Object.values(properties)) if (typeof value === 'string') texts.push(value)
  })
  return texts
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
