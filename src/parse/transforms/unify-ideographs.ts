import type {Root as HastRoot} from 'hast'
import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'

/** Radicals of the Kangxi dictionary, and compatibility ideographs: Unicode says which ideographs they are equivalent to. */
const equivalents = /[\u2F00-\u2FD5\uF900-\uFAFF\u{2F800}-\u{2FA1F}]/gu

/** Radicals that are whole characters, and the ideographs that they are (Unicode's EquivalentUnifiedIdeograph). */
const supplement: ReadonlyMap<string, string> = new Map(
  Array.from(
    '⺠民⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟'.matchAll(
      /(?<radical>.)(?<ideograph>.)/gu,
    ),
    ({groups: {ideograph = '', radical = ''} = {}}) => [radical, ideograph],
  ),
)

/** A text with the ideographs of writing in the place of radicals, and of characters that are there for old encodings. */
const withIdeographs = (text: string): string =>
  text
    .replaceAll(equivalents, (sign) => sign.normalize('NFKC'))
    .replaceAll(/[\u2E80-\u2EF3]/gu, (sign) => supplement.get(sign) ?? sign)

/** Attributes whose values readers see. */
const shown: ReadonlySet<string> = new Set(['alt', 'caption', 'short', 'title'])

/**
 * What is copied from a PDF may have radicals in the place of characters: they look alike, but neither a search nor most fonts know
 * them. Code says what its author means, and keeps them; so do addresses.
 */
export function unifyIdeographs(tree: Root): void {
  visit(tree, (node) => {
    if (node.type === 'rawHtml') unifyHtml(node.tree)
    if (node.type === 'text' || node.type === 'inlineMath' || node.type === 'math')
      node.value = withIdeographs(node.value)
    if (node.type === 'image' && node.alt) node.alt = withIdeographs(node.alt)
    if (node.type === 'containerDirective') node.attributes = unified(node.attributes ?? {})
    const attributes = node.data?.attributes
    if (attributes) node.data = {...node.data, attributes: {...attributes, values: unified(attributes.values)}}
  })
}

const unifyHtml = (tree: HastRoot) => {
  visit(tree, 'text', (text) => {
    text.value = withIdeographs(text.value)
  })
}

const unified = <Value extends string | null | undefined>(values: Readonly<Record<string, Value>>) =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, value && shown.has(key) ? withIdeographs(value) : value]),
  ) as Record<string, Value>
