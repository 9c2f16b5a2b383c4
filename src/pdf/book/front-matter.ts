import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import {captionContent} from '../../html/blocks/caption.ts'
import {renderPhrasing} from '../../html/inline/render-phrasing.ts'
import type {RenderContext} from '../../html/render-context.ts'
import type {ContentDocument, NavigationPoint} from '../../model/book.ts'
import type {Course} from '../../model/course.ts'
import {listedTitle} from '../../model/plain-title.ts'
import {joinNames} from '../../model/join-names.ts'

/** The title alone, as the first thing in a bound book. */
export function renderHalfTitle({title}: Course): Element {
  return h('section', {className: 'half-title', id: 'half-title'}, [h('p', title)])
}

export function renderTitlePage({authors, date, language, publisher, subtitle, title}: Course): Element {
  return h('section', {className: 'title-page', id: 'cover'}, [
    h('h1', title),
    ...(subtitle ? [h('p', {className: 'subtitle'}, subtitle)] : []),
    h('p', {className: 'byline'}, [
      joinNames(authors, language),
      h('br'),
      date,
      ...(publisher ? [h('br'), publisher] : []),
    ]),
  ])
}

/** Chapters and sections with their pages, which are filled in when they are known. */
export function renderContents(points: readonly NavigationPoint[], context: RenderContext): Element {
  const {words} = context.locale
  return h('nav', {className: 'toc', id: 'toc', ariaLabel: words.contents}, [
    h('h1', words.contents),
    renderPoints(points, context),
  ])
}

function renderPoints(points: readonly NavigationPoint[], context: RenderContext): Element {
  return h(
    'ol',
    points.flatMap((point) => [
      ...(point.part ? [h('li', {className: 'toc-part'}, [renderRow(`part-${point.target}`, [point.part])])] : []),
      h('li', [
        renderRow(point.target, [
          ...(point.number ? [h('span', {className: 'heading-number'}, point.number), ' '] : []),
          ...renderPhrasing(listedTitle(point.title, context.course.references), context),
        ]),
        ...(point.children.length > 0 ? [renderPoints(point.children, context)] : []),
      ]),
    ]),
  )
}

/** Figures or tables with their pages. */
export function renderListOf(document: Extract<ContentDocument, {role: 'list'}>, context: RenderContext): Element {
  const {words} = context.locale
  const title = document.of === 'figure' ? words.figures : words.tables
  const rows = document.entries.map(({caption, id, label}) =>
    h('li', [renderRow(id, captionContent(label, caption, context))]),
  )
  return h('nav', {className: ['toc', 'list-of'], id: document.id, ariaLabel: title}, [h('h1', title), h('ol', rows)])
}

function renderRow(target: string, title: readonly (ElementContent | string)[]): Element {
  return h('a', {href: `#${target}`}, [
    h('span', {className: 'toc-title'}, [...title]),
    h('span', {className: 'toc-leader'}),
    h('span', {className: 'toc-page', dataPageOf: target}),
  ])
}

/** A page of its own before the chapters of a part. */
export function renderPart(
  {chapters, id, title}: Extract<ContentDocument, {role: 'part'}>,
  context: RenderContext,
): Element {
  return h('section', {className: 'part-page', id}, [
    h('h1', title),
    h(
      'ul',
      chapters.map((chapter) =>
        h('li', [
          h('span', {className: 'heading-number'}, chapter.label),
          ' ',
          ...renderPhrasing(listedTitle(chapter.title, context.course.references), context),
        ]),
      ),
    ),
  ])
}

/** How the book was made, at its end. */
export function renderColophon(
  {date, identifier, title}: Course,
  fonts: readonly string[],
  context: RenderContext,
): Element {
  const {words} = context.locale
  return h('section', {className: 'colophon', id: 'colophon'}, [
    h('p', {className: 'colophon-title'}, words.colophon),
    h('p', `${title} · ${date}`),
    h('p', words.setIn(joinNames(fonts, context.course.language))),
    h('p', identifier),
  ])
}
