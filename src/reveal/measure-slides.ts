import {h} from 'hastscript'
import {htmlDocument, styleElement} from '../html/document.ts'
import type {Renderers} from '../html/render-context.ts'
import {serializeHtml} from '../html/serialize-html.ts'
import {renderSlide} from '../html/slide/render-slide.ts'
import {slideContext} from '../html/slide/slide-context.ts'
import type {Course} from '../model/course.ts'
import type {Slide, SlideMeasure} from '../model/deck.ts'
import {linkedFontFaces} from '../theme/font-faces.ts'
import type {Theme} from '../theme/load-theme.ts'
import {mediaFiles, mediaName} from '../theme/media-name.ts'
import type {SubsetFace} from '../theme/subset-fonts.ts'

/** A page with every slide laid out below the other, in the deck's own markup, styles and fonts. */
export function renderMeasurePage(
  slides: readonly Slide[],
  course: Course,
  {
    fonts,
    renderers,
    theme,
  }: {readonly theme: Theme; readonly fonts: readonly SubsetFace[]; readonly renderers: Renderers},
): {html: string; files: ReadonlyMap<string, Uint8Array>} {
  const faces = linkedFontFaces(fonts, 'truetype')
  const identifiers = new Set<string>()
  const href = (id: string) => `#/${id}`
  const boxes = slides.map((slide) =>
    renderSlide(slide, slideContext(slide, {course, renderers, identifiers, resourceUrl: mediaName, href})),
  )
  const html = serializeHtml(
    htmlDocument({
      language: course.language,
      title: course.title,
      head: [styleElement(`${faces.css}\n${theme.styles.content}\n${theme.styles.deck}`)],
      body: boxes.map((box) => h('section', {className: 'page'}, [box])),
    }),
  )
  return {html, files: new Map([...faces.files, ...mediaFiles(course.resources.values())])}
}

/**
 * Runs in the measuring page: heights of every slide's items and of the parts they may be cut into.
 * Content boxes are block formatting contexts; otherwise margins collapse out of them and heights come out short.
 */
export function measureSlides(): SlideMeasure[] {
  const partSelectors: Record<string, string> = {
    UL: ':scope > li',
    OL: ':scope > li',
    DL: ':scope > div',
    TABLE: ':scope > tbody > tr',
  }
  return Array.from(document.querySelectorAll<HTMLElement>('.slide'), (slide) => {
    const content = slide.querySelector<HTMLElement>('.slide-body')
    if (!content) return {available: 720, used: 0, items: []}
    const {top: origin} = content.getBoundingClientRect()
    const items = Array.from(content.children, (item) => {
      const box = item.getBoundingClientRect()
      const isListing = item.classList.contains('listing')
      const selector = isListing ? '.line' : partSelectors[item.tagName]
      const parts = selector ? Array.from(item.querySelectorAll(selector), (part) => part.getBoundingClientRect()) : []
      const firstTop = parts[0]?.top ?? box.top
      const lastBottom = parts.at(-1)?.bottom ?? box.bottom
      const isList = item.tagName === 'UL' || item.tagName === 'OL' || item.tagName === 'DL'
      return {
        top: box.top - origin,
        bottom: box.bottom - origin,
        above: isList ? 0 : firstTop - box.top,
        below: isList ? 0 : box.bottom - lastBottom,
        parts: parts.map((part) => ({top: part.top - origin, bottom: part.bottom - origin})),
      }
    })
    const used = Math.max(0, ...items.map((item) => item.bottom))
    const footer =
      slide.querySelector('.slide-footer')?.getBoundingClientRect().top ?? slide.getBoundingClientRect().bottom
    return {available: footer - origin, used, items}
  })
}
