import type {Resource} from '../model/course.ts'
import type {RenderedDocument} from './content-document.ts'
import {featuresOf, type ContentFeatures} from './content-features.ts'
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

/** Read from the finished XHTML. */
export function factsOf({html, id, path, resources}: RenderedDocument): DocumentFacts {
  return {id, path, resources, pages: pagesIn(html, path), properties: propertiesOf(html), features: featuresOf(html)}
}

function pagesIn(html: string, path: string): PageTarget[] {
  return Array.from(html.matchAll(/ id="page-(?<label>[ivxlc]+|\d+)"/gu), ({groups}) => {
    const label = groups?.['label'] ?? ''
    return {href: `${path}#page-${label}`, label}
  })
}

const propertiesOf = (html: string): string[] => [
  ...(html.includes('<math') ? ['mathml'] : []),
  ...(html.includes('<svg') ? ['svg'] : []),
]
