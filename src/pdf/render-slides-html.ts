import {h} from 'hastscript'
import {htmlDocument, styleElement} from '../html/document.ts'
import {footnoteTable} from '../html/footnotes.ts'
import {serializeHtml} from '../html/serialize-html.ts'
import {renderSlide} from '../html/slide/render-slide.ts'
import {localeFor} from '../locale/locale.ts'
import type {Course} from '../model/course.ts'
import type {Deck} from '../model/deck.ts'
import {linkedFontFaces} from '../theme/font-faces.ts'
import {mediaFiles, mediaName} from '../theme/media-name.ts'
import {renderAnchors} from './render-anchors.ts'
import type {PrintAssets, PrintSource} from './render-book-html.ts'

/** The deck on paper: one page a slide, with all fragments shown. */
export function renderSlidesHtml(deck: Deck, course: Course, {fonts, renderers, theme}: PrintAssets): PrintSource {
  const faces = linkedFontFaces(fonts, 'truetype')
  const identifiers = new Set<string>(deck.slides.map((slide) => slide.id))
  const pages = deck.slides.map((slide, index) => {
    const box = renderSlide(slide, {
      course,
      locale: localeFor(course.language),
      medium: 'screen',
      ...renderers,
      identifiers,
      footnotes: footnoteTable(course.chapters.find(({id}) => id === slide.chapter)),
      resourceUrl: (resource) => mediaName(resource),
      // Notes are not on the slides: their marks lead nowhere. Other ids may come on a later slide.
      href: (id) => (course.references.has(id) ? `#${id}` : undefined),
    })
    box.children.push(h('span', {className: 'page-number'}, String(index + 1)))
    return h('section', {className: 'page', id: slide.id}, [box])
  })
  const css = [faces.css, theme.styles.content, theme.styles.deck, theme.styles.slides].join('\n')
  const html = serializeHtml(
    htmlDocument({
      language: course.language,
      title: course.title,
      head: [styleElement(css)],
      body: [...pages, renderAnchors(identifiers)],
    }),
  )
  return {html, files: new Map([...faces.files, ...mediaFiles(course.resources.values())]), anchors: [...identifiers]}
}
