import type {ArtifactProblem, SlideReading} from '../../model/coverage.ts'
import type {Course} from '../../model/course.ts'
import type {PdfPage} from '../pdf/read-page.ts'
import {alignReading, type Departure, type Generated, type ReadingPiece} from './align-reading.ts'
import {problemOf} from './check-reading.ts'

/** So many are told of one file. */
const mostTold = 12

export interface SlidePageContext {
  readonly course: Course
  /** Pages, from 1, of the named destinations. */
  readonly destinations: ReadonlyMap<string, number>
  readonly generated: Generated
}

/**
 * The pages of a slides PDF against the deck of the same edition, which is judged by the course: a page for each slide that says
 * what the slide says; where each step has a page, the last of a slide's.
 */
export function checkSlidePages(
  pages: readonly PdfPage[],
  slides: readonly SlideReading[],
  {course, destinations, generated}: SlidePageContext,
): ArtifactProblem[] {
  const starts = slides.map(({id}) => destinations.get(id) ?? 0)
  const isInOrder = starts.every((start, index) => start > (starts[index - 1] ?? 0))
  if ((course.slidesPdf === 'slide' && pages.length !== slides.length) || starts[0] !== 1 || !isInOrder) {
    const reason = `有 ${pages.length} 页，幻灯片有 ${slides.length} 张，应依次一一对应 / ${pages.length} pages for ${slides.length} slides, expected in their order`
    return [{ruleId: 'block-is-in-place', reason}]
  }
  const ends = [...starts.slice(1).map((start) => start - 1), pages.length]
  return slides
    .flatMap((slide, index) => {
      const page = ends[index] ?? 0
      return alignReading(pages[page - 1]?.text ?? '', piecesOf(slide.onSlide), generated).map((departure) =>
        ofSlide(departure, slide, `第 ${page} 页 / page ${page}: `),
      )
    })
    .slice(0, mostTold)
}

/** The problem of the block that has the text. */
export function ofSlide(departure: Departure, slide: SlideReading | undefined, place = ''): ArtifactProblem {
  const {reason, ruleId} = problemOf(departure)
  const block = slide?.blocks.find(({lines}) =>
    lines.some((line) => line.includes(departure.text) || departure.text.includes(line)),
  )
  return {ruleId, reason: place + reason, ...(block ? {unit: block.unit} : {})}
}

export const piecesOf = (lines: readonly string[]): ReadingPiece[] => lines.map((text) => ({unit: '', text}))
