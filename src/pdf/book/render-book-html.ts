import type {Element} from 'hast'
import {h} from 'hastscript'
import {renderChapterContent} from '../../html/book/render-chapter.ts'
import {renderImprint} from '../../html/book/render-imprint.ts'
import {printPolicy} from '../../html/content-policy.ts'
import {htmlDocument, styleElement} from '../../html/document.ts'
import {footnoteTable, renderFootnote} from '../../html/footnotes.ts'
import type {RenderContext} from '../../html/render-context.ts'
import {serializeHtml} from '../../html/serialize-html.ts'
import {localeFor} from '../../locale/locale.ts'
import type {ContentDocument, PrintedBook} from '../../model/book.ts'
import type {Chapter, Course} from '../../model/course.ts'
import {printMargins} from '../../model/print-settings.ts'
import {linkedFontFaces} from '../../theme/font-faces.ts'
import {mediaFiles, mediaName} from '../../theme/media-name.ts'
import {isOwnFace, type ThemeFace} from '../../theme/theme-face.ts'
import type {PrintAssets} from '../print-source.ts'
import {renderAnchors} from '../render-anchors.ts'
import type {BookSource} from './book-source.ts'
import {boundSections} from './bound-section.ts'
import {
  renderColophon,
  renderContents,
  renderHalfTitle,
  renderListOf,
  renderPart,
  renderTitlePage,
} from './front-matter.ts'
import {pageRules} from './page-rules.ts'

/** The whole book as one HTML document for native paged media. What depends on pages is filled in by `printBook`. */
export function renderBookHtml(book: PrintedBook, course: Course, assets: PrintAssets): BookSource {
  const locale = localeFor(course)
  const identifiers = new Set<string>()
  const held = new Set(book.documents.map(({id}) => id))
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
  const parts = {book, course, faces: assets.theme.faces, contextFor}
  const sections = book.documents.map((document) => renderDocument(document, parts))
  for (const id of identifiers) if (!id.endsWith('-ref')) held.add(id)
  const faces = linkedFontFaces(assets.fonts)
  const {styles} = assets.theme
  const css = [faces.css, styles.content, styles.book, pageRules(course.print)].join('\n')
  const title = course.subtitle ? `${course.title}：${course.subtitle}` : course.title
  const html = serializeHtml(
    htmlDocument({
      language: course.language,
      title,
      policy: printPolicy,
      head: [styleElement(css)],
      body: [...sections, renderAnchors([...held, ...places.filter((place) => !held.has(place))])],
    }),
  )
  return {
    html,
    title,
    files: new Map([...faces.files, ...mediaFiles(course.resources.values())]),
    anchors: [...held],
    margins: printMargins,
    places,
    sections: boundSections(book, course.print, locale),
    continuedWord: locale.words.continued,
  }
}

interface DocumentParts {
  readonly book: PrintedBook
  readonly course: Course
  readonly faces: readonly ThemeFace[]
  readonly contextFor: (chapter?: Chapter) => RenderContext
}

function renderDocument(document: ContentDocument, {book, contextFor, course, faces}: DocumentParts): Element {
  switch (document.role) {
    case 'half-title':
      return renderHalfTitle(course)
    case 'cover':
      return renderTitlePage(course)
    case 'imprint':
      return h('section', {className: 'imprint', id: 'imprint'}, [
        renderImprint(course, book.edition, localeFor(course)),
      ])
    case 'toc':
      return renderContents(book.navigation, contextFor())
    case 'list':
      return renderListOf(document, contextFor())
    case 'part':
      return renderPart(document, contextFor())
    case 'chapter':
      return renderChapter(document.chapter, contextFor(document.chapter))
    case 'colophon':
      return renderColophon(course, fontNames(faces), contextFor())
    default:
      return document satisfies never
  }
}

/** The engine has no footnotes at the foot of a page (CSS GCPM 3, 2), so that they stand at the end of their chapter. */
function renderChapter(chapter: Chapter, context: RenderContext): Element {
  const content = renderChapterContent({...chapter, part: ''}, context)
  const notes = chapter.footnotes.map((footnote) => renderFootnote(footnote, context))
  const end =
    notes.length > 0
      ? [h('section', {className: 'footnotes'}, [h('h2', context.locale.words.footnotes), ...notes])]
      : []
  return h('section', {className: ['chapter', `matter-${chapter.role}`]}, [...content, ...end])
}

function fontNames(faces: readonly ThemeFace[]): string[] {
  return [...new Set(faces.map((face) => (isOwnFace(face) ? face.family : nameOfPackage(face.package))))]
}

/** `@fontsource/noto-serif-sc` is Noto Serif SC. */
function nameOfPackage(name: string): string {
  const words = (name.split('/').at(-1) ?? '').split('-')
  return words
    .map((word) => (word.length < 3 ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(' ')
}
