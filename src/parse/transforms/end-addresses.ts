import type {PhrasingContent, Root} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {SKIP, visit} from 'unist-util-visit'
import {afterAddress} from '../syntax/autolink-syntax.ts'
import {replaceAt} from '../../model/replace-at.ts'

/** Addresses in a text, up to what ends them there; points and commas at their end are the sentence's. */
const address =
  /(?<![A-Za-z0-9@/.])(?:https?:\/\/|www\.)[\w.-]+[^\s\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF“”‘’…—·<]*/gu

/**
 * Ends bare addresses before Chinese text where GFM finds them only in the tree (after a full-width parenthesis): a link
 * that is called by its address.
 */
export function endAddresses(tree: Root): void {
  visit(tree, 'link', (node, index, parent) => {
    if (!parent || index === undefined) return undefined
    const value = toString(node)
    const at = value.search(afterAddress)
    const isBare = node.children.length === 1 && (node.url === value || node.url === `http://${value}`)
    if (!isBare || at <= 0 || isBracketed(node.position, value.length)) return undefined
    const parts = addressesIn(value)
    replaceAt(
      parent.children,
      index,
      parts.map((part) => ({...part, ...(node.position ? {position: node.position} : {})})),
    )
    return [SKIP, index + parts.length]
  })
}

/** `<https://…>` says itself where it ends. */
const isBracketed = (
  place: {start: {offset?: number | undefined}; end: {offset?: number | undefined}} | undefined,
  length: number,
) => (place?.end.offset ?? 0) - (place?.start.offset ?? 0) === length + 2

function addressesIn(text: string): PhrasingContent[] {
  const parts: PhrasingContent[] = []
  let end = 0
  for (const match of text.matchAll(address)) {
    const found = match[0].replace(/[.,:;!?'")]+$/u, '')
    if (match.index > end) parts.push({type: 'text', value: text.slice(end, match.index)})
    end = match.index + found.length
    const url = found.startsWith('www.') ? `http://${found}` : found
    parts.push({type: 'link', url, title: null, children: [{type: 'text', value: found}]})
  }
  if (end < text.length) parts.push({type: 'text', value: text.slice(end)})
  return parts
}
