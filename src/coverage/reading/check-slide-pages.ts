import type {ArtifactProblem, SlideReading} from '../../model/coverage.ts'
import {placeholder} from '../normalize-text.ts'
import {alignReading, type Generated} from './align-reading.ts'
import {problemOf} from './check-reading.ts'

/** So many are told of one file. */
const mostTold = 12

/**
 * The pages of a slides PDF against the deck of the same edition, which is judged by the course: a page for each slide that says
 * what the slide says.
 */
export function checkSlidePages(
  pages: readonly string[],
  slides: readonly SlideReading[],
  generated: Generated,
): ArtifactProblem[] {
  if (pages.length !== slides.length) {
    const reason = `有 ${pages.length} 页，幻灯片有 ${slides.length} 张 / ${pages.length} pages for ${slides.length} slides`
    return [{ruleId: 'block-is-in-place', reason}]
  }
  return slides
    .flatMap((slide, index) =>
      alignReading(pages[index] ?? '', piecesOf(slide.onSlide, slide.id), generated).map((departure) => {
        const {reason, ruleId} = problemOf(departure)
        return {ruleId, reason: `第 ${index + 1} 页 / page ${index + 1}: ${reason}`}
      }),
    )
    .slice(0, mostTold)
}

/** A handout against the deck: of each slide what stands on it, then what stands beside it. */
export function checkHandout(text: string, slides: readonly SlideReading[], generated: Generated): ArtifactProblem[] {
  const pieces = slides.flatMap(({beside, id, onSlide}) => [...piecesOf(onSlide, id), ...piecesOf(beside, id)])
  return alignReading(text, pieces, generated)
    .slice(0, mostTold)
    .map((departure) => {
      const {reason, ruleId} = problemOf(departure)
      return {ruleId, reason}
    })
}

const piecesOf = (text: string, unit: string) =>
  text
    .split(placeholder)
    .filter(Boolean)
    .map((piece) => ({unit, text: piece}))
