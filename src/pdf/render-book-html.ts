import type {Element} from 'hast'
import {h} from 'hastscript'
import {toString} from 'mdast-util-to-string'
import {renderChapterContent} from '../html/book/render-chapter.ts'
import {renderImprint} from '../html/book/render-imprint.ts'
import {htmlDocument, styleElement} from '../html/document.ts'
import {footnoteTable, renderFootnote} from '../html/footnotes.ts'
import {renderPhrasing} from '../html/inline/render-phrasing.ts'
import type {RenderContext, Renderers} from '../html/render-context.ts'
import {serializeHtml} from '../html/serialize-html.ts'
import {localeFor} from '../locale/locale.ts'
import type {Book, ContentDocument, NavigationPoint} from '../model/book.ts'
import type {Chapter, Course} from '../model/course.ts'
import {linkedFontFaces} from '../theme/font-faces.ts'
import type {Theme} from '../theme/load-theme.ts'
import {mediaFiles, mediaName} from '../theme/media-name.ts'
import type {SubsetFace} from '../theme/subset-fonts.ts'
import {renderAnchors} from './render-anchors.ts'

export interface PrintAssets {
  readonly theme: Theme
  /** As TrueType: Chromium embeds any other kind as Type 3. */
  readonly fonts: readonly SubsetFace[]
  readonly renderers: Renderers
}

export interface PrintSource {
  readonly html: string
  readonly files: ReadonlyMap<string, Uint8Array>
  /** Ids that must be named destinations of the PDF. */
  readonly anchors: readonly string[]
}

export interface BookSource extends PrintSource {
  /** Where a page may begin, in the order of the text: ids, some of them of marks that only the first pass has. */
  readonly places: readonly string[]
}

/** The whole book as one HTML document for native paged media. Page numbers in the contents are filled in later. */
export function renderBookHtml(book: Book, course: Course, assets: PrintAssets): BookSource {
  const locale = localeFor(course)
  const identifiers = new Set<string>()
  const held = new Set<string>()
  const places: string[] = []
  const contextFor = (chapter?: Chapter): RenderContext => ({
    course,
    locale,
    medium: 'page',
    ...assets.renderers,
    identifiers,
    footnotes: footnoteTable(chapter),
    resourceUrl: (resource) => mediaName(resource),
    href: (id) => `#${id}`,
    atPlace(place, kind) {
      places.push(place)
      return kind === 'inline' ? [h('span', {className: 'page-mark', id: place})] : []
    },
  })
  const sections = book.documents.map((document) => renderDocument(document, {book, course, contextFor}))
  for (const id of identifiers) if (!id.endsWith('-ref')) held.add(id)
  const faces = linkedFontFaces(assets.fonts, 'truetype')
  const {styles} = assets.theme
  const css = [faces.css, styles.content, styles.book, pageRules(course, book)].join('\n')
  const html = serializeHtml(
    htmlDocument({
      language: course.language,
      title: course.subtitle ? `${course.title}：${course.subtitle}` : course.title,
      head: [styleElement(css)],
      body: [...sections, renderAnchors([...held, ...places.filter((place) => !held.has(place))])],
    }),
  )
  return {html, files: new Map([...faces.files, ...mediaFiles(course.resources.values())]), anchors: [...held], places}
}

interface DocumentParts {
  readonly book: Book
  readonly course: Course
  readonly contextFor: (chapter?: Chapter) => RenderContext
}

function renderDocument(document: ContentDocument, {book, contextFor, course}: DocumentParts): Element {
  const locale = localeFor(course)
  switch (document.role) {
    case 'cover':
      return h('section', {className: 'title-page'}, [
        h('h1', course.title),
        h('p', {className: 'subtitle'}, course.subtitle),
        h('p', {className: 'byline'}, [course.authors.join('、'), h('br'), course.date]),
      ])
    case 'imprint':
      return h('section', {className: 'imprint'}, [renderImprint(course, book.edition, locale)])
    case 'toc':
      return h('nav', {className: 'toc', ariaLabel: locale.words.contents}, [
        h('h1', locale.words.contents),
        renderContents(book.navigation, contextFor()),
      ])
    case 'chapter':
      return renderChapter(document.chapter, contextFor(document.chapter))
    default:
      return document satisfies never
  }
}

function renderChapter(chapter: Chapter, context: RenderContext): Element {
  const content = renderChapterContent(chapter, context)
  const notes = chapter.footnotes.map((footnote) => renderFootnote(footnote, context))
  const end =
    notes.length > 0
      ? [h('section', {className: 'footnotes'}, [h('h2', context.locale.words.footnotes), ...notes])]
      : []
  return h('section', {className: ['chapter', `chapter-${chapter.id}`]}, [...content, ...end])
}

function renderContents(points: readonly NavigationPoint[], context: RenderContext): Element {
  return h(
    'ol',
    points.map((point) =>
      h('li', [
        ...(point.part ? [h('p', {className: 'part-title'}, point.part)] : []),
        h('a', {href: `#${point.target}`}, [
          h('span', {className: 'toc-title'}, [
            ...(point.number ? [h('span', {className: 'heading-number'}, point.number), ' '] : []),
            ...renderPhrasing(point.title, context),
          ]),
          h('span', {className: 'toc-leader'}),
          h('span', {className: 'toc-page', dataPageOf: point.target}),
        ]),
        ...(point.children.length > 0 ? [renderContents(point.children, context)] : []),
      ]),
    ),
  )
}

const papers: Readonly<Record<string, string>> = {A4: '210mm 297mm', B5: '176mm 250mm', Letter: '8.5in 11in'}

/** Page size, running heads and folios: a named page for each chapter carries its title. */
function pageRules(course: Course, book: Book): string {
  const font = "font-family:'Lectern Latin Sans','Lectern Sans';font-size:8.5pt;color:#52606d"
  const head = (text: string) => `content:${JSON.stringify(text)};${font};vertical-align:bottom;padding-bottom:4mm`
  const folio = `@bottom-center{content:counter(page);${font}}`
  const size = papers[course.paper] ?? papers['A4']
  const chapters = book.documents.flatMap((document) => {
    if (document.role !== 'chapter') return []
    const {chapter} = document
    const name = `chapter-${chapter.id}`
    const title = `${chapter.label} ${toString([...chapter.title])}`.trim()
    return [
      `@page ${name}{@top-left{${head(course.title)}}@top-right{${head(title)}}${folio}}`,
      `.${name}{page:${name}}`,
    ]
  })
  return [
    `@page{size:${size};margin:25mm 22mm 24mm}`,
    `@page contents{${folio}}`,
    '.toc{page:contents}',
    ...chapters,
  ].join('\n')
}
