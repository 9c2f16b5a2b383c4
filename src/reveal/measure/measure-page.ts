import {h} from 'hastscript'
import {printPolicy} from '../../html/content-policy.ts'
import {htmlDocument, styleElement} from '../../html/document.ts'
import type {Renderers} from '../../html/render-context.ts'
import {serializeHtml} from '../../html/serialize-html.ts'
import {renderSlide} from '../../html/slide/render-slide.ts'
import {slideSizeStyle} from '../../html/slide/slide-size-style.ts'
import {slideContext} from '../../html/slide/slide-context.ts'
import type {Course} from '../../model/course.ts'
import type {Slide} from '../../model/deck.ts'
import {linkedFontFaces} from '../../theme/font-faces.ts'
import type {Theme} from '../../theme/load-theme.ts'
import {mediaFiles, mediaName} from '../../theme/media-name.ts'
import type {SubsetFace} from '../../theme/subset-fonts.ts'

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
  const faces = linkedFontFaces(fonts)
  const identifiers = new Set<string>()
  const href = (id: string) => `#/${id}`
  const boxes = slides.map((slide) =>
    renderSlide(slide, slideContext(slide, {course, renderers, identifiers, resourceUrl: mediaName, href})),
  )
  const html = serializeHtml(
    htmlDocument({
      language: course.language,
      title: course.title,
      policy: printPolicy,
      head: [
        styleElement(
          `${faces.css}\n${theme.styles.content}\n${theme.styles.deck}\n${slideSizeStyle(course.slideSize)}`,
        ),
      ],
      body: boxes.map((box) => h('section', {className: 'page'}, [box])),
    }),
  )
  return {html, files: new Map([...faces.files, ...mediaFiles(course.resources.values())])}
}
