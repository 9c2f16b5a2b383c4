import {printPolicy} from '../../html/content-policy.ts'
import {htmlDocument, styleElement} from '../../html/document.ts'
import {serializeHtml} from '../../html/serialize-html.ts'
import {slideContext} from '../../html/slide/slide-context.ts'
import {slideSizeStyle} from '../../html/slide/slide-size-style.ts'
import {localeFor} from '../../locale/locale.ts'
import type {Course} from '../../model/course.ts'
import type {Deck} from '../../model/deck.ts'
import type {HandoutLayout} from '../../model/output.ts'
import {linkedFontFaces} from '../../theme/font-faces.ts'
import {mediaFiles, mediaName} from '../../theme/media-name.ts'
import type {PrintAssets, PrintSource} from '../print-source.ts'
import {renderAnchors} from '../render-anchors.ts'
import {slideHeadings} from '../slide-headings.ts'
import {unlinkMissing} from '../unlink-missing.ts'
import type {Handout, HandoutPages, PageOf} from './handout.ts'
import {linesPages} from './lines.ts'
import {nUpPages} from './n-up.ts'
import {notesPages} from './notes.ts'
import {margins, pageRules} from './page-rules.ts'
import {editionName, renderTitle} from './render-title.ts'
import {selectForHandout} from './select-for-handout.ts'
import {worksheetPages} from './worksheet/worksheet.ts'

export interface HandoutOptions {
  readonly assets: PrintAssets
  readonly layout: HandoutLayout
  readonly pageOf: PageOf
}

/** A handout in one of its layouts, as one document to print. */
export function renderHandout(deck: Deck, course: Course, {assets, layout, pageOf}: HandoutOptions): PrintSource {
  const {fonts, renderers, theme} = assets
  const faces = linkedFontFaces(fonts)
  const locale = localeFor(course)
  const handoutWith = (identifiers: Set<string>): Handout => ({
    deck: selectForHandout(deck),
    course,
    locale,
    pageOf,
    contextFor: (chapter) =>
      slideContext({chapter}, {course, renderers, identifiers, resourceUrl: mediaName, href: (id) => `#${id}`}),
    // The title of the handout is above them.
    levelHeading: slideHeadings(course, 1),
    afresh: () => handoutWith(new Set()),
  })
  const identifiers = new Set(layout === 'worksheet' ? [] : deck.slides.map(({id}) => id))
  const handout = handoutWith(identifiers)
  const pages = renderPages(layout, handout)
  unlinkMissing(pages.body, identifiers)
  const css = [
    faces.css,
    theme.styles.content,
    theme.styles.deck,
    theme.styles.handout,
    slideSizeStyle(course.slideSize),
    pages.css,
    pageRules(course.print, pages.orientation, course.title),
  ].join('\n')
  const title = `${course.title}（${editionName(handout)}）`
  const html = serializeHtml(
    htmlDocument({
      language: course.language,
      title,
      policy: printPolicy,
      head: [styleElement(css)],
      bodyClass: `layout-${layout}`,
      body: [renderTitle(handout), ...pages.body, renderAnchors(identifiers)],
    }),
  )
  return {
    html,
    title,
    files: new Map([...faces.files, ...mediaFiles(course.resources.values())]),
    anchors: [...identifiers],
    margins,
  }
}

function renderPages(layout: HandoutLayout, handout: Handout): HandoutPages {
  switch (layout) {
    case 'notes':
      return notesPages(handout)
    case 'lines':
      return linesPages(handout)
    case '2up':
      return nUpPages(handout, 2)
    case '4up':
      return nUpPages(handout, 4)
    case '6up':
      return nUpPages(handout, 6)
    case 'worksheet':
      return worksheetPages(handout)
    default:
      return layout satisfies never
  }
}
