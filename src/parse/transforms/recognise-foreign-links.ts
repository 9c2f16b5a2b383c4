import type {Link, PhrasingContent, Root} from 'mdast'
import {toString} from 'mdast-util-to-string'
import type {VFile} from 'vfile'
import {SKIP, visit} from 'unist-util-visit'
import {replaceAt} from '../../model/replace-at.ts'
import {reportForeignUse} from './report-foreign.ts'

const scheme = /^(?<scheme>doi|inv|path|project|wiki|xref):(?<rest>.*)$/isu

/** What MyST has as schemes of links within the course, and those that stand for an address of the web. */
const addresses: Readonly<Record<string, (rest: string) => string>> = {
  doi: (rest) => `https://doi.org/${rest}`,
  path: (rest) => rest,
  project: (rest) => rest,
  wiki: (rest) => {
    const {language = 'en', page = rest} = /^(?<language>[a-z]{2,3}):(?<page>.+)$/u.exec(rest)?.groups ?? {}
    return `https://${language}.wikipedia.org/wiki/${page.replaceAll(' ', '_')}`
  },
}

/**
 * Links of MyST by schemes of its own. Those into another project's documentation (`inv:`, `xref:`) are their words alone: where its pages
 * are, only the tool that builds it knows.
 */
export function recogniseForeignLinks(tree: Root, file: VFile): void {
  visit(tree, 'link', (node, index, parent) => {
    const {rest = '', scheme: written} = scheme.exec(node.url)?.groups ?? {}
    if (written === undefined || !parent || index === undefined) return undefined
    const name = written.toLowerCase()
    const address = addresses[name]
    if (address) {
      // `<project:#label>` is called as what it leads to.
      if (toString(node) === node.url) node.children = []
      node.url = address(rest)
      return undefined
    }
    const line = node.position?.start.line ?? 1
    reportForeignUse({tool: 'MyST', construct: `${name}:`, outcome: 'flattened', line, remedy: '[…](https://…)'}, file)
    replaceAt(parent.children as PhrasingContent[], index, wordsOf(node, rest))
    return [SKIP, index]
  })
}

/** One without words is called by the name of what it leads to, without the marks of a search. */
function wordsOf(node: Link, rest: string): Link['children'] {
  const isNamed = node.children.length > 0 && toString(node) !== node.url
  const place = node.position ? {position: node.position} : {}
  const name = rest.split('#').at(-1)?.replaceAll('*', '') || rest
  return isNamed ? node.children : [{type: 'text', value: name, ...place}]
}
