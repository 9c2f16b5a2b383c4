import type {Element} from 'hast'
import {visit} from 'unist-util-visit'

/** Takes links that lead to ids the document does not have for what they are: words. */
export function unlinkMissing(body: readonly Element[], identifiers: ReadonlySet<string>): void {
  for (const element of body) {
    visit(element, 'element', (node) => {
      const {href} = node.properties
      if (typeof href !== 'string' || !href.startsWith('#') || identifiers.has(href.slice(1))) return
      node.tagName = 'span'
      delete node.properties['href']
      delete node.properties['role']
    })
  }
}
