import type {Element, Root} from 'xast'
import {fromXml} from 'xast-util-from-xml'
import {visit} from 'unist-util-visit'
import type {ArtifactProblem} from '../../model/coverage.ts'

/** Headings that the contents of an e-book name: deeper ones are flattened by readers. */
const named = new Set(['h1', 'h2', 'h3'])

/**
 * The contents against the spine: each heading with an id is named once and in order, and nothing that does not exist; pages
 * of the printed book, too. No validator misses a chapter there.
 */
export function checkNavigation(
  files: Readonly<Record<string, Uint8Array>>,
  documents: ReadonlyMap<string, Root>,
): ArtifactProblem[] {
  const location = Object.keys(files).find((name) => name.endsWith('nav.xhtml'))
  const navigation = location && files[location]
  if (!navigation) return [{ruleId: 'epub-is-valid', reason: 'nav.xhtml is missing'}]
  const tree = fromXml(new TextDecoder().decode(navigation))
  const headings = placesIn(documents, ({attributes, name}) => named.has(name) && attributes['id'] !== undefined)
  const pages = placesIn(documents, ({attributes}) => attributes['epub:type'] === 'pagebreak')
  return [
    ...compareLists(
      linksIn(tree, 'toc').filter((href) => href.includes('#')),
      headings,
      '目录 / contents',
    ),
    ...compareLists(linksIn(tree, 'page-list'), pages, '页码 / page list'),
  ]
}

function placesIn(documents: ReadonlyMap<string, Root>, wanted: (element: Element) => boolean): string[] {
  return [...documents].flatMap(([name, tree]) => {
    const found: string[] = []
    if (name.endsWith('nav.xhtml')) return found
    visit(tree, 'element', (element) => {
      if (wanted(element)) found.push(`${name}#${element.attributes['id']}`)
    })
    return found
  })
}

function linksIn(tree: Root, type: string): string[] {
  const links: string[] = []
  visit(tree, 'element', (nav) => {
    if (nav.name !== 'nav' || nav.attributes['epub:type'] !== type) return
    visit(nav, 'element', ({attributes, name}) => {
      if (name === 'a') links.push(attributes['href'] ?? '')
    })
  })
  return links
}

function compareLists(found: readonly string[], expected: readonly string[], where: string): ArtifactProblem[] {
  if (found.join() === expected.join()) return []
  const missing = expected.find((place) => !found.includes(place))
  const extra = found.find((place) => !expected.includes(place))
  const unordered = extra ? `多出 / leads nowhere: ${extra}` : '次序不对 / out of order'
  const what = missing ? `缺少 / missing ${missing}` : unordered
  return [{ruleId: 'epub-is-valid', reason: `${where}: ${what}`}]
}
