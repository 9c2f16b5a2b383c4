import {toString} from 'mdast-util-to-string'
import type {Chapter, Course, Section} from '../../model/course.ts'
import type {ContentUnit} from '../../model/coverage.ts'
import {allBlocks} from '../../model/walk.ts'
import {drawnWords} from '../drawing-texts.ts'
import {normalizeText} from '../normalize-text.ts'

/** Everything that units say: a private text that stands there too is no secret. */
export const textsOfUnits = (units: readonly ContentUnit[]): string =>
  units
    .flatMap(({alternatives, code, readings, texts}) => [
      ...texts,
      ...[...alternatives, ...readings, code].map(normalizeText),
    ])
    .join('\n')

/** What anybody may read of a course besides its blocks: titles, objectives, words in drawings. */
export function publicWords(course: Course): string {
  const {authors, chapters, description, publisher, subtitle, syllabus, title} = course
  return [
    title,
    subtitle,
    description,
    publisher,
    ...authors,
    ...chapters.flatMap((chapter) => wordsOf(chapter)),
    ...(syllabus?.topics.flatMap((topic) => [topic.title, ...topic.terms.flat()]) ?? []),
    drawnWords(course),
  ]
    .map((text) => normalizeText(text))
    .join('\n')
}

function wordsOf(chapter: Chapter): string[] {
  const titles = [...allBlocks(chapter)].flatMap((block) =>
    block.type === 'slide' && block.audience.editions.includes('student') ? [toString([...block.title])] : [],
  )
  const short = (section: Section): string[] => [
    section.shortTitle,
    ...section.sections.flatMap((child) => short(child)),
  ]
  return [
    chapter.part,
    chapter.shortTitle,
    ...chapter.objectives.map(({text}) => text),
    ...chapter.sections.flatMap((section) => short(section)),
    ...titles,
  ]
}
