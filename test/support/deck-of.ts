import type {Course} from '../../src/model/course.ts'
import type {Deck} from '../../src/model/deck.ts'
import {editions, type Edition} from '../../src/model/output.ts'
import {projectDeck} from '../../src/slides/project-deck.ts'
import {courseFrom} from './course-from.ts'
import {density} from './density.ts'
import {measureSlide} from './slides-of.ts'

/** A course and its decks, measured by rule of thumb. */
export async function decksOf(
  chapters: readonly string[],
): Promise<{readonly course: Course; readonly decks: Readonly<Record<Edition, Deck>>}> {
  const {course} = courseFrom(chapters)
  const measure: Parameters<typeof projectDeck>[2]['measure'] = (slides) =>
    Promise.resolve(slides.map((slide) => measureSlide(slide)))
  const [student, teacher] = await Promise.all(
    editions.map((edition) => projectDeck(course, edition, {density, files: new Map(), measure})),
  )
  if (!student || !teacher) throw new Error('There are two editions')
  return {course, decks: {student, teacher}}
}
