import type {ArtifactObservation, LectureTime} from '../model/coverage.ts'
import type {Edition} from '../model/output.ts'

export const deckOf = (artifacts: readonly ArtifactObservation[], edition: Edition): ArtifactObservation | undefined =>
  artifacts.find(({target}) => target.output === 'deck' && target.edition === edition)

/** The time of each lecture of the plan, which begin with the slides `starts`, else of each chapter. */
export function lectureTimes(artifacts: readonly ArtifactObservation[], starts: readonly string[]): LectureTime[] {
  const slides = (deckOf(artifacts, 'teacher') ?? deckOf(artifacts, 'student'))?.density ?? []
  const begins = starts.length > 0 ? starts : [...new Set(slides.map(({chapter}) => chapter).filter(Boolean))]
  const places = begins.map((from) => slides.findIndex(({id}) => id === from))
  return begins.map((from, index) => {
    const own = slides.slice(
      index === 0 && starts.length > 0 ? 0 : places[index],
      places.slice(index + 1).find((place) => place >= 0),
    )
    return {from, slides: own.length, seconds: own.reduce((sum, {seconds}) => sum + seconds, 0)}
  })
}
