import type {Element} from 'hast'
import {h} from 'hastscript'
import {htmlDocument, styleElement} from '../html/document.ts'
import {footnoteTable} from '../html/footnotes.ts'
import {renderBlocks} from '../html/render-block.ts'
import type {RenderContext} from '../html/render-context.ts'
import {serializeHtml} from '../html/serialize-html.ts'
import {renderReading, renderSlide} from '../html/slide/render-slide.ts'
import {slideSizeStyle} from '../html/slide/slide-size-style.ts'
import {localeFor} from '../locale/locale.ts'
import type {Course} from '../model/course.ts'
import type {Deck, Slide} from '../model/deck.ts'
import {linkedFontFaces} from '../theme/font-faces.ts'
import {mediaFiles, mediaName} from '../theme/media-name.ts'
import {renderAnchors} from './render-anchors.ts'
import type {PrintAssets, PrintSource} from './print-source.ts'

/** Each slide beside its text: the reading text for students, with notes and solutions for the teacher. */
export function renderHandoutHtml(deck: Deck, course: Course, {fonts, renderers, theme}: PrintAssets): PrintSource {
  const faces = linkedFontFaces(fonts, 'truetype')
  const locale = localeFor(course)
  const identifiers = new Set<string>(deck.slides.map((slide) => slide.id))
  const entries = deck.slides.map((slide, index) =>
    renderEntry(slide, index, {
      course,
      locale,
      medium: 'slide',
      ...renderers,
      identifiers,
      footnotes: footnoteTable(course.chapters.find(({id}) => id === slide.chapter)),
      resourceUrl: (resource) => mediaName(resource),
      href: (id) => (course.references.has(id) || id.startsWith(`${slide.chapter}-`) ? `#${id}` : undefined),
    }),
  )
  const edition = deck.edition === 'teacher' ? locale.words.teacherEdition : locale.words.studentEdition
  const title = h('header', {className: 'handout-title'}, [
    h('h1', course.title),
    h('p', [[course.subtitle, course.authors.join('、'), course.date, edition].filter(Boolean).join(' · ')]),
  ])
  const css = [
    faces.css,
    theme.styles.content,
    theme.styles.deck,
    theme.styles.handout,
    slideSizeStyle(course.slideSize),
    folio(course),
  ].join('\n')
  const documentTitle = `${course.title}（${edition}）`
  const html = serializeHtml(
    htmlDocument({
      language: course.language,
      title: documentTitle,
      head: [styleElement(css)],
      body: [title, ...entries, renderAnchors(identifiers)],
    }),
  )
  return {
    html,
    title: documentTitle,
    files: new Map([...faces.files, ...mediaFiles(course.resources.values())]),
    anchors: [...identifiers],
  }
}

function renderEntry(slide: Slide, index: number, context: RenderContext): Element {
  const {words} = context.locale
  const box = renderSlide(slide, context)
  const notes = renderBlocks(slide.notes, context)
  const reading = renderReading(slide, 'handout', context)
  const chapter = context.course.chapters.find(({id}) => id === slide.chapter)
  const source = [words.slide(index + 1), slide.number ? context.locale.labels.section(slide.number) : chapter?.label]
  const texts = [
    ...(notes.length > 0 ? [h('h2', words.speakerNotes), ...notes] : []),
    ...(reading.length > 0 ? [h('h2', words.readingText), ...reading] : []),
  ]
  return h('section', {className: 'entry', id: slide.id}, [
    h('div', {className: 'entry-slide'}, [
      h('div', {className: 'entry-box'}, [box]),
      h('p', {className: 'entry-source'}, source.filter(Boolean).join(' · ')),
    ]),
    texts.length > 0 ? h('div', {className: 'entry-text'}, texts) : h('div', {className: ['entry-text', 'ruled']}),
  ])
}

function folio(course: Course): string {
  const font = "font-family:'Lectern Latin Sans','Lectern Sans';font-size:8pt;color:#52606d"
  return `@page{@bottom-left{content:${JSON.stringify(course.title)};${font}}@bottom-right{content:counter(page) " / " counter(pages);${font}}}`
}
