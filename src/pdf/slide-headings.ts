import type {Element} from 'hast'
import {visit} from 'unist-util-visit'
import type {Course, Section} from '../model/course.ts'
import type {Slide} from '../model/deck.ts'

/** Gives the heading of a slide its level; slides are handed over in their order. */
export type LevelHeading = (slide: Slide, box: Element) => void

/**
 * Headings of slides on paper as a book has them, so that bookmarks nest: the course, its chapters, their sections by depth,
 * no level left out. Another slide of the same section has no heading of its own. `above` is the level that stands there already,
 * 0 for none.
 */
export function slideHeadings(course: Course, above: 0 | 1): LevelHeading {
  const depths = new Map(course.chapters.flatMap((chapter) => chapter.sections.flatMap(depthsOf)))
  const seen = new Set<string>()
  let last: number = above
  return (slide, box) => {
    const wanted = levelOf(slide, depths)
    const name = slide.section || slide.chapter || slide.layout
    const isOwn = !seen.has(name) && wanted > above
    seen.add(name)
    if (isOwn) last = Math.min(wanted, last + 1)
    const properties = isOwn ? {role: 'heading', ariaLevel: last} : {role: 'paragraph'}
    visit(box, 'element', (element) => {
      if (isHeading(element)) Object.assign(element.properties, properties)
    })
  }
}

export const isHeading = ({tagName}: Element): boolean => /^h[1-6]$/u.test(tagName)

const depthsOf = ({depth, id, sections}: Section): (readonly [string, number])[] => [
  [id, depth],
  ...sections.flatMap(depthsOf),
]

/** As in the chapter's file, one lower, since the course is above it. */
function levelOf({layout, section}: Slide, depths: ReadonlyMap<string, number>): number {
  if (layout === 'title') return 1
  return Math.min(6, (depths.get(section) ?? 1) + 1)
}
