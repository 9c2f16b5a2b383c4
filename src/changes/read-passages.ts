import type {HeadingText} from '../model/changes.ts'
import type {Chapter, Course, Section} from '../model/course.ts'
import type {Audience, Edition} from '../model/output.ts'
import {selectBlocks} from '../model/select-blocks.ts'
import {phrasingPiece} from './phrasing-text.ts'
import {isMadeId, proseAs, unitsOf, type Unit} from './units-of.ts'

/** A chapter up to its first section, or a section up to those below it. */
export interface Passage {
  readonly kind: 'chapter' | 'section'
  readonly heading: HeadingText
  /** Whether its id would stay if others came before it. */
  readonly isNamed: boolean
  /** What its title is compared by. */
  readonly titleKey: string
  /** Absent of a chapter. */
  readonly parent: Passage | undefined
  readonly units: readonly Unit[]
}

/** All passages of a course that an edition has, in reading order, with what it shows of them. */
export function readPassages(course: Course, edition: Edition): Passage[] {
  const isShown = ({audience}: {audience: Audience}) =>
    audience.editions.includes(edition) && audience.outputs.some((output) => course.editions[edition].includes(output))
  return course.chapters.filter(isShown).flatMap((chapter) => {
    const own = passageOf(chapter, {course, parent: undefined, chapter, place: '', isShown})
    return [own, ...sectionsOf(chapter.sections, {course, parent: own, chapter, place: placeOf(chapter), isShown})]
  })
}

const placeOf = ({id, number}: Chapter) => number || id

interface Surroundings {
  readonly course: Course
  readonly chapter: Chapter
  readonly parent: Passage | undefined
  /** For instance `3.2`, also where no number is shown. */
  readonly place: string
  readonly isShown: (one: {audience: Audience}) => boolean
}

function sectionsOf(sections: readonly Section[], outer: Surroundings): Passage[] {
  return sections.flatMap((section, index) => {
    const place = `${outer.place}.${index + 1}`
    const own = passageOf(section, {...outer, place})
    return [own, ...sectionsOf(section.sections, {...outer, parent: own, place})]
  })
}

function passageOf(outline: Chapter | Section, {chapter, course, isShown, parent, place}: Surroundings): Passage {
  const {id, number} = outline
  const title = phrasingPiece(outline.title, course)
  const footnotes = 'footnotes' in outline ? outline.footnotes.flatMap(({blocks}) => blocks) : []
  const units = (blocks: Chapter['blocks']) => unitsOf(selectBlocks(blocks, isShown), course, chapter.id)
  const isChapter = parent === undefined
  return {
    kind: isChapter ? 'chapter' : 'section',
    heading: {id, label: isChapter ? chapter.label : labelOf(id, number, course), title: title.text},
    isNamed: isChapter || (id !== `sec-${place.replaceAll('.', '-')}` && !isMadeId(id, chapter.id)),
    titleKey: title.key,
    parent,
    units: [...units(outline.blocks), ...units(footnotes).map((unit) => proseAs('footnote', unit))],
  }
}

const labelOf = (id: string, number: string, course: Course) =>
  number ? (course.references.get(id)?.label ?? number) : ''
