import type {Element, Properties} from 'hast'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'
import {printPolicy} from '../html/content-policy.ts'
import {htmlDocument, styleElement} from '../html/document.ts'
import {serializeHtml} from '../html/serialize-html.ts'
import {renderSlide} from '../html/slide/render-slide.ts'
import {countSteps, showSteps} from '../html/slide/slide-steps.ts'
import {slideSizeStyle} from '../html/slide/slide-size-style.ts'
import {slideContext} from '../html/slide/slide-context.ts'
import type {Course} from '../model/course.ts'
import {idsOnSlides} from '../model/deck-ids.ts'
import type {Deck} from '../model/deck.ts'
import {slideSizes} from '../model/slide-size.ts'
import {linkedFontFaces} from '../theme/font-faces.ts'
import {mediaFiles, mediaName} from '../theme/media-name.ts'
import {renderAnchors} from './render-anchors.ts'
import {isHeading, slideHeadings} from './slide-headings.ts'
import type {PrintAssets, PrintSource} from './print-source.ts'

/** A page is a slide. */
function pageSize({slideSize}: Course): string {
  const {height, width} = slideSizes[slideSize]
  return `${slideSizeStyle(slideSize)}@page{size:${width}px ${height}px}`
}

/**
 * The deck on paper: one page a slide, with all fragments shown; or one for each step, as they come. The pages of a slide's
 * later steps have no ids and no headings, which are its first page's.
 */
export function renderSlidesHtml(deck: Deck, course: Course, {fonts, renderers, theme}: PrintAssets): PrintSource {
  const faces = linkedFontFaces(fonts)
  const identifiers = new Set<string>(deck.slides.map((slide) => slide.id))
  const ids = idsOnSlides(deck.slides)
  const levelHeading = slideHeadings(course, 0)
  const pages = deck.slides.flatMap((slide, index) => {
    // Notes are not on the slides: their marks lead nowhere. Other ids may come on a later slide.
    const href = (id: string) => (ids.has(id) ? `#${id}` : undefined)
    const context = slideContext(slide, {course, renderers, identifiers, resourceUrl: mediaName, href})
    const page = (box: Element, properties: Properties) => {
      box.children.push(h('span', {className: 'page-number'}, String(index + 1)))
      return h('section', {className: 'page', ...properties}, [box])
    }
    const first = renderSlide(slide, context)
    levelHeading(slide, first)
    if (course.slidesPdf === 'slide') return [page(first, {id: slide.id})]
    const later = Array.from({length: countSteps(first)}, (_value, step) => {
      const box = renderSlide(slide, context)
      showSteps(box, step + 1)
      withoutHeadings(box)
      return page(box, {})
    })
    showSteps(first, 0)
    return [page(first, {id: slide.id}), ...later]
  })
  const css = [faces.css, theme.styles.content, theme.styles.deck, theme.styles.slides, pageSize(course)].join('\n')
  const html = serializeHtml(
    htmlDocument({
      language: course.language,
      title: course.title,
      policy: printPolicy,
      head: [styleElement(css)],
      body: [...pages, renderAnchors(identifiers)],
    }),
  )
  return {
    html,
    title: course.title,
    files: new Map([...faces.files, ...mediaFiles(course.resources.values())]),
    anchors: [...identifiers],
  }
}

/** Another page of the same slide is no other bookmark. */
function withoutHeadings(box: Element): void {
  visit(box, 'element', (element) => {
    if (isHeading(element)) element.properties['role'] = 'none'
  })
}
