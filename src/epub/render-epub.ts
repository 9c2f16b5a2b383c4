import {localeFor} from '../locale/locale.ts'
import type {Artifact} from '../model/artifact.ts'
import type {ElectronicBook, SpineDocument} from '../model/book.ts'
import type {Course, Resource} from '../model/course.ts'
import type {Renderers} from '../html/render-context.ts'
import {linkedFontFaces} from '../theme/font-faces.ts'
import type {Theme} from '../theme/load-theme.ts'
import {epubStyleSheet} from './style-sheet.ts'
import type {SubsetFace} from '../theme/subset-fonts.ts'
import {mediaName} from '../theme/media-name.ts'
import {renderContentDocument, renderCoverDocument, type RenderedDocument} from './content-document.ts'
import {renderNavigation, type PageTarget} from './navigation-document.ts'
import {renderNcx} from './ncx.ts'
import {featuresOf} from './content-features.ts'
import {renderPackage, type ManifestItem} from './package-document.ts'
import {zipEpub} from './zip-epub.ts'

export interface EpubOptions {
  readonly theme: Theme
  readonly renderers: Renderers
  /** `CCYY-MM-DDThh:mm:ssZ`. */
  readonly modified: string
  /** JPEG. */
  readonly cover: Uint8Array
  /** Fonts to put inside; empty for the reader's own. */
  readonly fonts: readonly SubsetFace[]
  /** Texts of their licences, by name. */
  readonly licences: ReadonlyMap<string, string>
  /** What each page of the printed book bears, by the place where it begins; empty where there is none. */
  readonly pageBreaks: ReadonlyMap<string, string>
}

/** The book as an EPUB 3.3 file. */
export function renderEpub(book: ElectronicBook, course: Course, options: EpubOptions): Artifact {
  const locale = localeFor(course)
  const {documents} = book
  const names = new Map(documents.map((document) => [document.id, documentName(document)]))
  const rendered = [
    renderCoverDocument(course, locale),
    ...documents.map((document) => {
      return renderContentDocument(document, {book, course, locale, names, ...options})
    }),
  ]
  const media = [...new Set(rendered.flatMap(({resources}) => resources))]
  const fonts = linkedFontFaces(options.fonts, 'woff2')
  const items = manifestItems(rendered, media, [...fonts.files.keys()])
  const pages = rendered.flatMap(({html, path}) => pagesIn(html, path))
  const [cover = '', ...rest] = rendered.map(({id}) => id)
  const {modified, theme} = options
  const files = new Map<string, string | Uint8Array>([
    [
      'EPUB/package.opf',
      renderPackage(course, {items, spine: [cover, 'nav', ...rest], features: featuresOf(rendered), locale, modified}),
    ],
    ['EPUB/nav.xhtml', renderNavigation(book, {course, locale, names, pages})],
    ['EPUB/toc.ncx', renderNcx(book, {course, names})],
    ['EPUB/style.css', epubStyleSheet(course, theme, fonts.css)],
    ['EPUB/cover.jpg', options.cover],
    ...rendered.map(({html, path}) => [`EPUB/${path}`, html] as const),
    ...media.map((resource) => [`EPUB/${mediaName(resource)}`, resource.contents] as const),
    ...Array.from(fonts.files, ([path, contents]) => [`EPUB/${path}`, contents] as const),
    ...Array.from(options.licences, ([name, text]) => [`META-INF/licences/${name}.txt`, text] as const),
  ])
  const path = `${book.edition === 'teacher' ? 'teacher/' : ''}${course.slug}.epub`
  return {
    target: {output: 'epub', edition: book.edition},
    entry: path,
    files: [{path, contents: zipEpub(files)}],
  }
}

function manifestItems(
  documents: readonly RenderedDocument[],
  media: readonly Resource[],
  fonts: readonly string[],
): ManifestItem[] {
  return [
    {id: 'nav', path: 'nav.xhtml', mediaType: 'application/xhtml+xml', properties: ['nav']},
    {id: 'ncx', path: 'toc.ncx', mediaType: 'application/x-dtbncx+xml', properties: []},
    {id: 'style', path: 'style.css', mediaType: 'text/css', properties: []},
    {id: 'cover-image', path: 'cover.jpg', mediaType: 'image/jpeg', properties: ['cover-image']},
    ...documents.map(({html, id, path}) => {
      return {id, path, mediaType: 'application/xhtml+xml', properties: propertiesOf(html)}
    }),
    ...media.map((resource, index) => {
      return {id: `media-${index + 1}`, path: mediaName(resource), mediaType: resource.mediaType, properties: []}
    }),
    ...fonts.map((path, index) => ({id: `font-${index + 1}`, path, mediaType: 'font/woff2', properties: []})),
  ]
}

function documentName(document: SpineDocument): string {
  if (document.role === 'cover') return 'title.xhtml'
  if (document.role !== 'chapter') return `${document.role}.xhtml`
  const {id, number, role} = document.chapter
  return role === 'chapter' ? `chapter-${number.padStart(2, '0')}.xhtml` : `${id}.xhtml`
}

/** Pages of the printed book that begin in a document, in its order. */
function pagesIn(html: string, path: string): PageTarget[] {
  return Array.from(html.matchAll(/ id="page-(?<label>[ivxlc]+|\d+)"/gu), ({groups}) => {
    const label = groups?.['label'] ?? ''
    return {href: `${path}#page-${label}`, label}
  })
}

/** Manifest properties are computed from what a document holds (EPUB 3.3, 5.6.2). */
function propertiesOf(html: string): string[] {
  return [...(html.includes('<math') ? ['mathml'] : []), ...(html.includes('<svg') ? ['svg'] : [])]
}
