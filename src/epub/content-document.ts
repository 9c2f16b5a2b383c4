import type {Element, ElementContent, Root} from 'hast'
import {h} from 'hastscript'
import {renderChapterContent} from '../html/book/render-chapter.ts'
import {renderImprint} from '../html/book/render-imprint.ts'
import {footnoteTable} from '../html/footnotes.ts'
import {renderBlocks} from '../html/render-block.ts'
import type {RenderContext, Renderers} from '../html/render-context.ts'
import type {Locale} from '../locale/words.ts'
import type {ElectronicBook, SpineDocument} from '../model/book.ts'
import type {Chapter, ChapterRole, Course, Footnote, Resource} from '../model/course.ts'
import {plainTitle} from '../model/plain-title.ts'
import {allBlocks} from '../model/walk.ts'
import {mediaName} from '../theme/media-name.ts'
import {xhtmlDocument} from './xhtml-document.ts'
import {joinNames} from '../model/join-names.ts'

export interface EpubParts {
  readonly book: ElectronicBook
  readonly course: Course
  readonly locale: Locale
  /** File of each document of the spine, by its id. */
  readonly names: ReadonlyMap<string, string>
  readonly renderers: Renderers
  /** What each page of the printed book bears, by the place where it begins; empty where there is none. */
  readonly pageBreaks: ReadonlyMap<string, string>
}

export interface RenderedDocument {
  readonly id: string
  readonly path: string
  readonly tree: Root
  /** Images it shows. */
  readonly resources: readonly Resource[]
}

/** One document of the spine. */
export function renderContentDocument(document: SpineDocument, parts: EpubParts): RenderedDocument {
  const resources: Resource[] = []
  const tree = documentTree(document, parts, (resource) => {
    resources.push(resource)
    return mediaName(resource)
  })
  const path = parts.names.get(document.id) ?? ''
  return {
    id: document.role === 'chapter' ? `document-${document.id}` : idOf(document.role),
    path,
    tree,
    resources,
  }
}

const idOf = (role: string) => (role === 'cover' ? 'titlepage' : role)

/** The page with the picture of the cover. */
export function renderCoverDocument(course: Course, {words}: Locale): RenderedDocument {
  const image = h('img', {src: 'cover.jpg', alt: `${course.title} · ${words.cover}`, role: 'doc-cover'})
  const tree = xhtmlDocument(course, words.cover, [
    h('section', {'epub:type': 'cover', className: 'cover-picture'}, [image]),
  ])
  return {id: 'cover', path: 'cover.xhtml', tree, resources: []}
}

function documentTree(document: SpineDocument, parts: EpubParts, resourceUrl: RenderContext['resourceUrl']): Root {
  const {book, course, locale} = parts
  switch (document.role) {
    case 'cover':
      return xhtmlDocument(course, course.title, [
        h('section', {'epub:type': 'titlepage', className: 'cover'}, [
          h('h1', course.title),
          ...(course.subtitle ? [h('p', {role: 'doc-subtitle', 'epub:type': 'subtitle'}, course.subtitle)] : []),
          h('p', joinNames(course.authors, course.language)),
          h('p', course.date),
        ]),
      ])
    case 'chapter':
      return chapterTree(document.chapter, parts, resourceUrl)
    case 'imprint':
      return xhtmlDocument(course, locale.words.imprint, [
        h('section', {'epub:type': 'imprint', className: 'imprint'}, [
          h('h1', locale.words.imprint),
          renderImprint(course, book.edition, locale),
        ]),
      ])
    default:
      return document satisfies never
  }
}

function chapterTree(chapter: Chapter, parts: EpubParts, resourceUrl: RenderContext['resourceUrl']): Root {
  const {course, locale, names} = parts
  const own = new Set<string>([...allBlocks(chapter)].map((block) => block.id))
  for (const footnote of chapter.footnotes) own.add(footnote.id)
  const context: RenderContext = {
    course,
    locale,
    medium: 'epub',
    ...parts.renderers,
    identifiers: new Set(),
    footnotes: footnoteTable(chapter),
    resourceUrl,
    href(id) {
      const home = course.references.get(id)?.chapter
      if (own.has(id) || home === chapter.id) return `#${id}`
      return home ? `${names.get(home)}#${id}` : undefined
    },
    atPlace: (place, kind) => pageBreak(place, kind, parts),
  }
  const content = renderChapterContent(chapter, context)
  const notes = chapter.footnotes.map((footnote) => renderNote(footnote, context))
  return xhtmlDocument(course, plainTitle(chapter.title, course.references), [
    h('section', {...roles[chapter.role], ariaLabelledBy: [chapter.id]}, [...content, ...notes]),
  ])
}

/** Before the number of a page, in the id of the place where it begins. */
export const pagePrefix = 'page-'

/** A mark where a page of the printed book begins (EPUB Accessibility 1.1, 2.5; DPUB-ARIA 1.1, doc-pagebreak). */
function pageBreak(place: string, kind: 'block' | 'inline', {locale, pageBreaks}: EpubParts): Element[] {
  const page = pageBreaks.get(place)
  if (page === undefined) return []
  const properties = {
    id: `${pagePrefix}${page}`,
    'epub:type': 'pagebreak',
    role: 'doc-pagebreak',
    ariaLabel: locale.words.page(page),
  }
  return [h(kind === 'block' ? 'div' : 'span', properties)]
}

/** EPUB Structural Semantics Vocabulary 1.1, and the same in DPUB-ARIA 1.1. */
const roles = {
  preface: {'epub:type': 'preface', role: 'doc-preface'},
  chapter: {'epub:type': 'chapter', role: 'doc-chapter'},
  appendix: {'epub:type': 'appendix', role: 'doc-appendix'},
  // `answers` is not in the vocabulary.
  solutions: {'epub:type': 'chapter', role: 'doc-chapter'},
  bibliography: {'epub:type': 'bibliography', role: 'doc-bibliography'},
  // Without `epub:type`, which asks for the markup of EPUB Indexes.
  index: {role: 'doc-index'},
} as const satisfies Record<ChapterRole, Readonly<Record<string, string>>>

/** A footnote that readers pop up: an `aside`, and a way back. */
function renderNote(footnote: Footnote, context: RenderContext): ElementContent {
  const {words} = context.locale
  const back = h('a', {href: `#${footnote.id}-ref`, role: 'doc-backlink', ariaLabel: words.backToText}, '↩')
  return h('aside', {id: footnote.id, 'epub:type': 'footnote', role: 'doc-footnote', className: 'footnote'}, [
    h('p', {className: 'footnote-number'}, [h('strong', String(footnote.number)), ' ', back]),
    ...renderBlocks(footnote.blocks, context),
  ])
}
