import {toXml} from 'xast-util-to-xml'
import {x} from 'xastscript'
import type {Element} from 'xast'
import type {Locale} from '../locale/words.ts'
import type {Course} from '../model/course.ts'
import {bookIdentifier} from './book-identifier.ts'

export interface ManifestItem {
  readonly id: string
  readonly path: string
  readonly mediaType: string
  readonly properties: readonly string[]
}

interface PackageParts {
  readonly items: readonly ManifestItem[]
  /** Ids of items in reading order. */
  readonly spine: readonly string[]
  /** All content documents, to compute what may be claimed of them. */
  readonly html: string
  readonly locale: Locale
  readonly modified: string
}

/** `package.opf` (EPUB 3.3). Accessibility features are claimed only when the content has them. */
export function renderPackage(course: Course, parts: PackageParts): string {
  const {language} = course
  const tree = x(null, [
    {type: 'instruction', name: 'xml', value: 'version="1.0" encoding="utf-8"'},
    x(
      'package',
      {
        xmlns: 'http://www.idpf.org/2007/opf',
        version: '3.0',
        'unique-identifier': 'book-id',
        'xml:lang': language,
        dir: 'ltr',
        prefix: 'schema: http://schema.org/',
      },
      [
        x('metadata', {'xmlns:dc': 'http://purl.org/dc/elements/1.1/'}, [
          ...bookMetadata(course, parts),
          ...accessibility(parts),
        ]),
        x(
          'manifest',
          parts.items.map(({id, mediaType, path, properties}) =>
            x('item', {
              id,
              href: path,
              'media-type': mediaType,
              ...(properties.length > 0 ? {properties: properties.join(' ')} : {}),
            }),
          ),
        ),
        x(
          'spine',
          {toc: 'ncx'},
          parts.spine.map((idref) => x('itemref', {idref})),
        ),
      ],
    ),
  ])
  return toXml(tree)
}

function bookMetadata(course: Course, {modified}: PackageParts): Element[] {
  const optional = (name: string, value: string) => (value ? [x(name, value)] : [])
  return [
    x('dc:identifier', {id: 'book-id'}, bookIdentifier(course.identifier)),
    x('dc:title', {id: 'title'}, course.title),
    x('meta', {refines: '#title', property: 'title-type'}, 'main'),
    ...(course.subtitle
      ? [
          x('dc:title', {id: 'subtitle'}, course.subtitle),
          x('meta', {refines: '#subtitle', property: 'title-type'}, 'subtitle'),
        ]
      : []),
    x('dc:language', course.language),
    ...course.authors.flatMap((author, index) => [
      x('dc:creator', {id: `creator-${index + 1}`}, author),
      x('meta', {refines: `#creator-${index + 1}`, property: 'role', scheme: 'marc:relators'}, 'aut'),
    ]),
    ...optional('dc:publisher', course.publisher),
    ...optional('dc:description', course.description),
    ...optional('dc:rights', [course.license.name, course.license.url].filter(Boolean).join(' ')),
    x('dc:date', course.date),
    x('meta', {property: 'dcterms:modified'}, modified),
  ]
}

/** Schema.org accessibility metadata (EPUB Accessibility 1.1, section 2), computed from the content. */
function accessibility({html, locale}: PackageParts): Element[] {
  const meta = (property: string, value: string) => x('meta', {property: `schema:${property}`}, value)
  const hasImages = html.includes('<img')
  const hasMath = html.includes('<math')
  const everyImageHasAlt = !/<img(?![^>]*\salt=")/u.test(html)
  return [
    meta('accessMode', 'textual'),
    ...(hasImages ? [meta('accessMode', 'visual')] : []),
    meta('accessModeSufficient', 'textual'),
    ...(hasImages ? [meta('accessModeSufficient', 'textual,visual')] : []),
    ...(hasImages && everyImageHasAlt ? [meta('accessibilityFeature', 'alternativeText')] : []),
    ...(hasMath ? [meta('accessibilityFeature', 'MathML'), meta('accessibilityFeature', 'latex')] : []),
    meta('accessibilityFeature', 'displayTransformability'),
    meta('accessibilityFeature', 'readingOrder'),
    meta('accessibilityFeature', 'structuralNavigation'),
    meta('accessibilityFeature', 'tableOfContents'),
    meta('accessibilityFeature', 'unlocked'),
    meta('accessibilityHazard', 'none'),
    meta('accessibilitySummary', locale.words.accessibilitySummary),
  ]
}
