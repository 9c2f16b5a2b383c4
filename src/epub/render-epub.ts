import {localeFor} from '../locale/locale.ts'
import type {Artifact} from '../model/artifact.ts'
import type {ElectronicBook, SpineDocument} from '../model/book.ts'
import type {Course, Resource} from '../model/course.ts'
import type {Renderers} from '../html/render-context.ts'
import {serializeXhtml} from '../html/serialize-xhtml.ts'
import {linkedFontFaces} from '../theme/font-faces.ts'
import type {Theme} from '../theme/load-theme.ts'
import {epubStyleSheet} from './style-sheet.ts'
import type {SubsetFace} from '../theme/subset-fonts.ts'
import {distinctMedia} from '../theme/media-name.ts'
import {renderContentDocument, renderCoverDocument, type EpubParts, type RenderedDocument} from './content-document.ts'
import {featuresOfBook} from './content-features.ts'
import {factsOf, type DocumentFacts} from './document-facts.ts'
import {renderNavigation} from './navigation-document.ts'
import {renderNcx} from './ncx.ts'
import {renderPackage, type ManifestItem} from './package-document.ts'
import {zipEpub, type EpubFile} from './zip-epub.ts'

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

/** The book as an EPUB 3.3 file, which is made as it is read. */
export function renderEpub(book: ElectronicBook, course: Course, options: EpubOptions): Artifact {
  const path = `${book.edition === 'teacher' ? 'teacher/' : ''}${course.slug}.epub`
  return {
    target: {output: 'epub', edition: book.edition},
    entry: path,
    files: [{path, contents: zipEpub(epubFiles(book, course, options))}],
  }
}

/** Each document is made when it is asked for, and its text is not kept; what tells of all of them comes last. */
function* epubFiles(book: ElectronicBook, course: Course, options: EpubOptions): Generator<EpubFile> {
  const locale = localeFor(course)
  const {cover, licences, modified, theme} = options
  const names = new Map(book.documents.map((document) => [document.id, documentName(document)]))
  const facts: DocumentFacts[] = []
  for (const rendered of renderDocuments(book, course, {book, course, locale, names, ...options})) {
    facts.push(factsOf(rendered))
    yield [`EPUB/${rendered.path}`, serializeXhtml(rendered.tree)]
  }
  const media = distinctMedia(facts.flatMap(({resources}) => resources))
  for (const [name, resource] of media) yield [`EPUB/${name}`, resource.contents]
  const fonts = linkedFontFaces(options.fonts)
  for (const [path, contents] of fonts.files) yield [`EPUB/${path}`, contents]
  for (const [name, text] of licences) yield [`META-INF/licences/${name}.txt`, text]
  yield ['EPUB/cover.jpg', cover]
  yield ['EPUB/style.css', epubStyleSheet(course, theme, fonts.css)]
  yield ['EPUB/nav.xhtml', renderNavigation(book, {course, locale, names, pages: facts.flatMap(({pages}) => pages)})]
  yield ['EPUB/toc.ncx', renderNcx(book, {course, names})]
  const [first = '', ...rest] = facts.map(({id}) => id)
  const features = featuresOfBook(facts.map((one) => one.features))
  const items = manifestItems(facts, media, [...fonts.files.keys()])
  yield ['EPUB/package.opf', renderPackage(course, {items, spine: [first, 'nav', ...rest], features, locale, modified})]
}

function* renderDocuments({documents}: ElectronicBook, course: Course, parts: EpubParts): Generator<RenderedDocument> {
  yield renderCoverDocument(course, parts.locale)
  for (const document of documents) yield renderContentDocument(document, parts)
}

function manifestItems(
  documents: readonly DocumentFacts[],
  media: ReadonlyMap<string, Resource>,
  fonts: readonly string[],
): ManifestItem[] {
  return [
    {id: 'nav', path: 'nav.xhtml', mediaType: 'application/xhtml+xml', properties: ['nav']},
    {id: 'ncx', path: 'toc.ncx', mediaType: 'application/x-dtbncx+xml', properties: []},
    {id: 'style', path: 'style.css', mediaType: 'text/css', properties: []},
    {id: 'cover-image', path: 'cover.jpg', mediaType: 'image/jpeg', properties: ['cover-image']},
    ...documents.map(({id, path, properties}) => {
      return {id, path, mediaType: 'application/xhtml+xml', properties}
    }),
    ...Array.from(media, ([path, {mediaType}], index) => {
      return {id: `media-${index + 1}`, path, mediaType, properties: []}
    }),
    ...fonts.map((path, index) => {
      return {id: `font-${index + 1}`, path, mediaType: `font/${path.slice(path.lastIndexOf('.') + 1)}`, properties: []}
    }),
  ]
}

/** Whatever an author calls a chapter, its file is no other's. */
function documentName(document: SpineDocument): string {
  if (document.role === 'cover') return 'title.xhtml'
  if (document.role !== 'chapter') return `${document.role}.xhtml`
  const {id, number, role} = document.chapter
  if (role === 'chapter') return `chapter-${number ? number.padStart(2, '0') : id}.xhtml`
  return role === 'preface' || role === 'appendix' ? `${role}-${id}.xhtml` : `${id}.xhtml`
}
