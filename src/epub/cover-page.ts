import {h} from 'hastscript'
import {printPolicy} from '../html/content-policy.ts'
import {htmlDocument, styleElement} from '../html/document.ts'
import {serializeHtml} from '../html/serialize-html.ts'
import type {Course} from '../model/course.ts'
import {linkedFontFaces} from '../theme/font-faces.ts'
import type {Theme} from '../theme/load-theme.ts'
import type {SubsetFace} from '../theme/subset-fonts.ts'
import {joinNames} from '../model/join-names.ts'

/** In px; shops ask for 2:3 and at least this much. */
export const coverSize = {width: 1600, height: 2400} as const

/** The cover as a page in the theme's colours and fonts, to be photographed at `coverSize`. */
export function renderCoverPage(
  course: Course,
  {fonts, theme}: {readonly fonts: readonly SubsetFace[]; readonly theme: Theme},
): {readonly html: string; readonly files: ReadonlyMap<string, Uint8Array>} {
  const faces = linkedFontFaces(fonts)
  const rings = [0, 1, 2, 3, 4].map((ring) =>
    h('circle', {
      cx: 1600,
      cy: 2400,
      r: 420 + ring * 260,
      fill: 'none',
      stroke: 'currentColor',
      strokeWidth: 10 - ring,
    }),
  )
  const html = serializeHtml(
    htmlDocument({
      language: course.language,
      title: course.title,
      policy: printPolicy,
      head: [styleElement(`${faces.css}\n${theme.styles.content}\n${theme.styles.cover}`)],
      body: [
        h('main', {className: 'book-cover'}, [
          h('svg', {viewBox: '0 0 1600 2400', className: 'cover-rings', ariaHidden: 'true'}, rings),
          h('h1', course.title),
          ...(course.subtitle ? [h('p', {className: 'cover-subtitle'}, course.subtitle)] : []),
          h('p', {className: 'cover-byline'}, [
            joinNames(course.authors, course.language),
            h('br'),
            course.publisher || course.date.slice(0, 4),
          ]),
        ]),
      ],
    }),
  )
  return {html, files: faces.files}
}
