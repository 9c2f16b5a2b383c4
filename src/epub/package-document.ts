import {serializeXml} from '../html/serialize-xml.ts'
import {x} from 'xastscript'
import type {Element} from 'xast'
import type {Locale} from '../locale/words.ts'
import {v5} from 'uuid'
import type {Course} from '../model/course.ts'
import type {ContentFeatures} from './content-features.ts'
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
  readonly features: ContentFeatures
  readonly locale: Locale
  readonly modified: string
}

/** `package.opf` (EPUB 3.3). Accessibility features are claimed only when the content has them. */
export function renderPackage(course: Course, parts: PackageParts): string {
  const {epub, language} = course
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
        prefix: 'schema: http://schema.org/ a11y: http://www.idpf.org/epub/vocab/package/a11y/#',
      },
      [
        x('metadata', {'xmlns:dc': 'http://purl.org/dc/elements/1.1/'}, [
          ...bookMetadata(course, parts),
          ...accessibility(parts, course),
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
          {toc: 'ncx', ...(epub.writing === 'vertical' ? {'page-progression-direction': 'rtl'} : {})},
          parts.spine.map((idref) => x('itemref', {idref})),
        ),
      ],
    ),
  ])
  return serializeXml(tree)
}

function bookMetadata(course: Course, {modified}: PackageParts): Element[] {
  const optional = (name: string, value: string) => (value ? [x(name, value)] : [])
  return [
    x('dc:identifier', {id: 'book-id'}, bookIdentifier(course.identifier)),
    ...(course.epub.isbn ? [x('dc:identifier', `urn:isbn:${course.epub.isbn.replaceAll('-', '')}`)] : []),
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
      x('meta', {refines: `#creator-${index + 1}`, property: 'file-as'}, author),
    ]),
    ...optional('dc:publisher', course.publisher),
    ...optional('dc:description', course.description),
    ...optional('dc:rights', [course.license.name, course.license.url].filter(Boolean).join(' ')),
    ...course.subjects.map((subject) => x('dc:subject', subject)),
    ...collectionOf(course),
    x('dc:date', course.date),
    x('meta', {property: 'dcterms:modified'}, modified),
    // For readers that know only EPUB 2.
    x('meta', {name: 'cover', content: 'cover-image'}),
  ]
}

function collectionOf({collection}: Course): Element[] {
  if (!collection) return []
  const refine = (property: string, value: string) => x('meta', {refines: '#collection', property}, value)
  return [
    x('meta', {property: 'belongs-to-collection', id: 'collection'}, collection.title),
    refine('collection-type', 'series'),
    ...(collection.position === undefined ? [] : [refine('group-position', String(collection.position))]),
  ]
}

/** The literal that EPUB Accessibility 1.1, section 4, asks of a publication that conforms. */
const conformance = 'EPUB Accessibility 1.1 - WCAG 2.2 Level AA'

/**
 * Schema.org accessibility metadata (EPUB Accessibility 1.1, section 2), computed from the content. That the book conforms is
 * claimed only where a course names who says so: no program can.
 */
function accessibility({features, locale}: PackageParts, {epub, identifier}: Course): Element[] {
  const {hasAlternatives, hasImages, hasMath, hasPages, hasRuby} = features
  const meta = (property: string, value: string) => x('meta', {property: `schema:${property}`}, value)
  const claimed = [
    ...(hasImages && hasAlternatives ? ['alternativeText'] : []),
    ...(hasMath ? ['MathML', 'latex'] : []),
    ...(hasPages ? ['pageBreakMarkers', 'pageNavigation'] : []),
    ...(hasRuby ? ['rubyAnnotations'] : []),
    ...(epub.writing === 'vertical' ? ['verticalWriting'] : []),
    'displayTransformability',
    'readingOrder',
    'structuralNavigation',
    'tableOfContents',
    'unlocked',
  ]
  return [
    meta('accessMode', 'textual'),
    ...(hasImages ? [meta('accessMode', 'visual')] : []),
    meta('accessModeSufficient', 'textual'),
    ...(hasImages ? [meta('accessModeSufficient', 'textual,visual')] : []),
    ...claimed.map((feature) => meta('accessibilityFeature', feature)),
    meta('accessibilityHazard', 'none'),
    meta('accessibilitySummary', summaryOf(features, locale, epub.certifiedBy !== '')),
    ...(hasPages ? [x('meta', {property: 'pageBreakSource'}, `urn:uuid:${v5(`${identifier}#pdf`, v5.URL)}`)] : []),
    ...(epub.certifiedBy
      ? [
          x('meta', {property: 'dcterms:conformsTo', id: 'conformance'}, conformance),
          x('meta', {property: 'a11y:certifiedBy', refines: '#conformance'}, epub.certifiedBy),
        ]
      : []),
  ]
}

function summaryOf(features: ContentFeatures, {words}: Locale, isCertified: boolean): string {
  return [
    words.accessibilitySummary,
    ...(features.hasImages && features.hasAlternatives ? [words.accessibleImages] : []),
    ...(features.hasMath ? [words.accessibleMath] : []),
    ...(features.hasPages ? [words.accessiblePages] : []),
    ...(isCertified ? [] : [words.notCertified]),
  ].join('')
}
