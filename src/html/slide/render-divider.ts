import type {Element} from 'hast'
import {h} from 'hastscript'
import {toString} from 'mdast-util-to-string'
import type {Section} from '../../model/course.ts'
import {listedTitle} from '../../model/plain-title.ts'
import type {Slide} from '../../model/deck.ts'
import {textLength} from '../../model/text-length.ts'
import {renderPhrasing} from '../inline/render-phrasing.ts'
import type {RenderContext} from '../render-context.ts'

/** More segments than this would be dots. */
const mostSegments = 24

/** More titles, or longer ones in Chinese characters, are no list that a room reads. */
const mostTitles = 10
const longestTitle = 24

/** How far the course has come with a chapter. */
export function chapterProgress({chapter}: Slide, {course}: RenderContext): Element[] {
  const chapters = course.chapters.filter(({role}) => role === 'chapter')
  return renderProgress(
    chapters.findIndex(({id}) => id === chapter),
    chapters.length,
  )
}

/** How far the chapter has come with a group of sections. */
export function sectionProgress({chapter, section}: Slide, {course}: RenderContext): Element[] {
  const {sections = []} = course.chapters.find(({id}) => id === chapter) ?? {}
  const shown = sections.filter((one) => isShown(one))
  return renderProgress(
    shown.findIndex((one) => findSection([one], section)),
    shown.length,
  )
}

function renderProgress(place: number, count: number): Element[] {
  if (place < 0 || count < 2 || count > mostSegments) return []
  const segments = Array.from({length: count}, (_value, index) => h('span', index <= place ? {className: 'done'} : {}))
  return [h('div', {className: 'chapter-progress', role: 'img', ariaLabel: `${place + 1} / ${count}`}, segments)]
}

/** The sections that a divider opens, each with a link to its slide. */
export function renderInnerSections({chapter, section}: Slide, context: RenderContext): Element[] {
  const {sections = []} = context.course.chapters.find(({id}) => id === chapter) ?? {}
  const inner = findSection(sections, section)?.sections.filter((one) => isShown(one)) ?? []
  const isShort = inner.every(({title}) => textLength(toString([...title])) <= longestTitle)
  if (inner.length === 0 || inner.length > mostTitles || !isShort) return []
  return [
    h(
      'ol',
      {className: 'inner-sections', role: 'list'},
      inner.map(({id, number, shortTitle, title}) => {
        const href = context.href(id)
        const name =
          shortTitle ||
          renderPhrasing(listedTitle(title, context.course.references), {...context, identifiers: new Set()})
        const words = [...(number ? [h('span', {className: 'section-number'}, number), ' '] : []), name].flat()
        return h('li', href ? [h('a', {href}, words)] : words)
      }),
    ),
  ]
}

const isShown = ({audience}: Section) => audience.outputs.includes('deck')

function findSection(sections: readonly Section[], id: string): Section | undefined {
  for (const section of sections) {
    const found = section.id === id ? section : findSection(section.sections, id)
    if (found) return found
  }
  return undefined
}
