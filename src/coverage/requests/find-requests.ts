import type {Root} from 'hast'
import {toString} from 'hast-util-to-string'
import {visit} from 'unist-util-visit'
import {append} from '../../model/append.ts'

/** With a scheme of the network, or that of the page. */
const remote = /^\s*(?:https?:|wss?:|ftp:)?\/\//iu
const remoteInStyle = /(?:url\(\s*['"]?|@import\s+['"])\s*(?<url>(?:https?:|ftp:)?\/\/[^'")\s]+)/giu
/** Names of vocabularies are no addresses. */
const vocabulary = /^https?:\/\/www\.w3\.org\//iu

/** Attributes whose value, or the parts of it, a browser fetches by itself; those of `a` a person follows. */
const fetched = new Set(['src', 'poster', 'data', 'href', 'xLinkHref', 'srcSet'])

/**
 * Addresses outside a page's folder that its elements ask for, now or when somebody comes to them: pictures and their sets,
 * scripts, styles, backgrounds of slides. Only links are left out.
 */
export function requestsOfPage(tree: Root): string[] {
  const found: string[] = []
  visit(tree, 'element', (element) => {
    const {properties, tagName} = element
    for (const [name, value] of Object.entries(properties)) {
      const text = Array.isArray(value) ? value.join(' ') : String(value ?? '')
      const isFetched = (fetched.has(name) && tagName !== 'a') || /^data(?:Src|Background)/u.test(name)
      // The content of a data URL is no address, whatever it looks like.
      const isData = name !== 'srcSet' && /^\s*data:/iu.test(text)
      if (isFetched && !isData) append(found, addressesIn(text))
      if (name === 'style') append(found, requestsOfStyle(text))
    }
    if (tagName === 'style') append(found, requestsOfStyle(toString(element)))
  })
  return found
}

const addressesIn = (text: string) => text.split(/,?\s+/u).filter((part) => remote.test(part))

/** Addresses of a style sheet, also of rules that match nothing yet. */
export function requestsOfStyle(source: string): string[] {
  const plain = source.replaceAll(/\/\*[\s\S]*?\*\//gu, '')
  return Array.from(plain.matchAll(remoteInStyle), ({groups}) => groups?.['url'] ?? '')
}

/** Addresses that a script of lectern's own names: it needs none. */
export function requestsOfScript(source: string): string[] {
  const strings = source.matchAll(/(?<quote>['"`])(?<text>(?:https?:|wss?:)?\/\/[^'"`\s]+)\k<quote>/gu)
  return Array.from(strings, ({groups}) => groups?.['text'] ?? '').filter((url) => !vocabulary.test(url))
}
