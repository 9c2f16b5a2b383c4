import {localeFor} from '../locale/locale.ts'
import type {Artifact} from '../model/artifact.ts'
import type {Book, ContentDocument} from '../model/book.ts'
import type {Course, Resource} from '../model/course.ts'
import type {Renderers} from '../html/render-context.ts'
import type {Theme} from '../theme/load-theme.ts'
import {mediaName} from '../theme/media-name.ts'
import {renderContentDocument} from './content-document.ts'
import {renderNavigation} from './navigation-document.ts'
import {renderNcx} from './ncx.ts'
import {renderPackage, type ManifestItem} from './package-document.ts'
import {zipEpub} from './zip-epub.ts'

export interface EpubOptions {
  readonly theme: Theme
  readonly renderers: Renderers
  /** `CCYY-MM-DDThh:mm:ssZ`. */
  readonly modified: string
}

/** The book as an EPUB 3.3 file. */
export function renderEpub(book: Book, course: Course, options: EpubOptions): Artifact {
  const locale = localeFor(course)
  const documents = book.documents.filter((document) => document.role !== 'toc')
  const names = new Map(documents.map((document) => [document.id, documentName(document)]))
  const rendered = documents.map((document) =>
    renderContentDocument(document, {book, course, locale, names, renderers: options.renderers}),
  )
  const used = new Set(rendered.flatMap((document) => document.resources))
  const navigation = renderNavigation(book, {course, locale, names})
  const spine = rendered.map(({html, id, path}): ManifestItem => ({
    id,
    path,
    mediaType: 'application/xhtml+xml',
    properties: propertiesOf(html),
  }))
  const items: ManifestItem[] = [
    {id: 'nav', path: 'nav.xhtml', mediaType: 'application/xhtml+xml', properties: ['nav']},
    {id: 'ncx', path: 'toc.ncx', mediaType: 'application/x-dtbncx+xml', properties: []},
    {id: 'style', path: 'style.css', mediaType: 'text/css', properties: []},
    ...spine,
    ...[...used].map((resource, index) => mediaItem(resource, index)),
  ]
  const html = rendered.map((document) => document.html).join('\n')
  const files = new Map<string, string | Uint8Array>([
    [
      'EPUB/package.opf',
      renderPackage(course, {
        items,
        spine: ['cover', 'nav', ...spine.slice(1).map(({id}) => id)],
        html,
        locale,
        modified: options.modified,
      }),
    ],
    ['EPUB/nav.xhtml', navigation],
    ['EPUB/toc.ncx', renderNcx(book, {course, names})],
    ['EPUB/style.css', options.theme.styles.epub],
    ...rendered.map(({html: text, path}) => [`EPUB/${path}`, text] as const),
    ...Array.from(used, (resource) => [`EPUB/${mediaName(resource)}`, resource.contents] as const),
  ])
  const path = `${book.edition === 'teacher' ? 'teacher/' : ''}${course.slug}.epub`
  return {
    target: {output: 'epub', edition: book.edition},
    entry: path,
    files: [{path, contents: zipEpub(files)}],
  }
}

function documentName(document: ContentDocument): string {
  if (document.role !== 'chapter') return `${document.role}.xhtml`
  return `chapter-${String(document.chapter.number).padStart(2, '0')}.xhtml`
}

/** Manifest properties are computed from what a document holds (EPUB 3.3, 5.6.2). */
function propertiesOf(html: string): string[] {
  return [...(html.includes('<math') ? ['mathml'] : []), ...(html.includes('<svg') ? ['svg'] : [])]
}

function mediaItem(resource: Resource, index: number): ManifestItem {
  return {id: `media-${index + 1}`, path: mediaName(resource), mediaType: resource.mediaType, properties: []}
}
