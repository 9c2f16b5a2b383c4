import type {Element} from 'hast'
import {visit} from 'unist-util-visit'
import type {Resource} from '../model/course.ts'
import {pagePrefix, type RenderedDocument} from './content-document.ts'
import {featuresOf, isPageBreak, type ContentFeatures} from './content-features.ts'
import type {PageTarget} from './navigation-document.ts'

/** What the package and the navigation say of a document, so that its text need not be held until they are written. */
export interface DocumentFacts {
  readonly id: string
  readonly path: string
  /** Images it shows. */
  readonly resources: readonly Resource[]
  /** Pages of the printed book that begin in it, in its order. */
  readonly pages: readonly PageTarget[]
  /** Manifest properties (EPUB 3.3, 5.6.2). */
  readonly properties: readonly string[]
  readonly features: ContentFeatures
}

/** Read from the tree and not from its text, where code may look like anything. */
export function factsOf({id, path, resources, tree}: RenderedDocument): DocumentFacts {
  const elements: Element[] = []
  visit(tree, 'element', (element) => {
    elements.push(element)
  })
  const features = featuresOf(elements)
  const properties = [
    ...(features.hasMath ? ['mathml'] : []),
    ...(elements.some(({tagName}) => tagName === 'svg') ? ['svg'] : []),
  ]
  return {id, path, resources, pages: pagesIn(elements, path), properties, features}
}

function pagesIn(elements: readonly Element[], path: string): PageTarget[] {
  return elements.filter(isPageBreak).map(({properties}) => {
    const id = String(properties.id)
    return {href: `${path}#${id}`, label: id.slice(pagePrefix.length)}
  })
}
