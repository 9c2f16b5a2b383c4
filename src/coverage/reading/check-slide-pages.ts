import type {ArtifactProblem, SlideReading} from '../../model/coverage.ts'
import {alignReading, type Departure, type Generated} from './align-reading.ts'
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
      alignReading(pages[index] ?? '', piecesOf(slide.onSlide), generated).map((departure) =>
        ofSlide(departure, slide, `第 ${index + 1} 页 / page ${index + 1}: `),
      ),
    )
    .slice(0, mostTold)
}

/** A handout against the deck: of each slide what stands on it, then what stands beside it. */
export function checkHandout(text: string, slides: readonly SlideReading[], generated: Generated): ArtifactProblem[] {
  const pieces = slides.flatMap(({beside, id, onSlide}) =>
    [...piecesOf(onSlide), ...piecesOf(beside)].map((piece) => ({...piece, unit: id})),
  )
  return alignReading(text, pieces, generated)
    .slice(0, mostTold)
    .map((departure) => {
      const id = departure.kind === 'added' ? departure.before : departure.unit
      return ofSlide(
        departure,
        slides.find((slide) => slide.id === id),
      )
    })
}

/** The problem of the block that has the text. */
function ofSlide(departure: Departure, slide: SlideReading | undefined, place = ''): ArtifactProblem {
  const {reason, ruleId} = problemOf(departure)
  const block = slide?.blocks.find(({lines}) =>
    lines.some((line) => line.includes(departure.text) || departure.text.includes(line)),
  )
  return {ruleId, reason: place + reason, ...(block ? {unit: block.unit} : {})}
}

const piecesOf = (lines: readonly string[]) => lines.map((text) => ({unit: '', text}))
