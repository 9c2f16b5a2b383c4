import {hash} from 'node:crypto'
import type {Root} from 'hast'
import {visit} from 'unist-util-visit'

/**
 * Lets the scripts of a finished page run, and no others: they get a nonce (CSP 3, 2.3.1), and the page the policy that names it. The
 * nonce is a hash of all that stands in the page, so that the same page has the same one and nothing in the page can know it.
 */
export function sealPage(page: Root, policyOf: (nonce: string) => string): Root {
  const nonce = hash('sha256', JSON.stringify(page), 'base64url').slice(0, 24)
  const sealed = structuredClone(page)
  visit(sealed, 'element', ({properties, tagName}) => {
    if (tagName === 'script') properties['nonce'] = nonce
    if (tagName === 'meta' && properties['httpEquiv']) properties['content'] = policyOf(nonce)
  })
  return sealed
}
