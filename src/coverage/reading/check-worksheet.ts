import type {ArtifactProblem, ContentUnit} from '../../model/coverage.ts'
import type {Target} from '../../model/output.ts'
import {fragmentsOf} from '../holds-unit.ts'
import {problemOf} from './check-reading.ts'

/** So many are told of one file: what follows is often the same mistake. */
const mostTold = 12

/**
 * A worksheet from front to back: its chapters, sections and exercises in the order of the course. Key sentences stand between
 * them, with blanks, and only those of the slides, so that they are judged one by one; so is what is missing.
 */
export function checkWorksheet(
  text: string,
  units: readonly ContentUnit[],
  {edition, output}: Target,
): ArtifactProblem[] {
  const expected = units.filter(
    (unit) => isLandmark(unit) && unit.editions.includes(edition) && unit.outputs.includes(output),
  )
  const problems: ArtifactProblem[] = []
  let position = 0
  for (const unit of expected) {
    const fragments = unit.texts.flatMap((one) => fragmentsOf(one))
    const end = endOf(fragments, text, position)
    if (end >= 0) position = end
    else if (endOf(fragments, text, 0) >= 0) {
      problems.push(problemOf({kind: 'misplaced', text: unit.texts.join(''), unit: unit.id}))
    }
  }
  return problems.slice(0, mostTold)
}

/** What is made from the chapters has no worksheet. */
const isLandmark = ({kind, within}: ContentUnit) =>
  within === 'exercise' || (within === undefined && (kind === 'chapter' || kind === 'section'))

/** Where a text ends whose fragments stand one after the other from a place on; -1 where they do not. */
function endOf(fragments: readonly string[], text: string, from: number): number {
  let position = from
  for (const fragment of fragments) {
    const at = text.indexOf(fragment, position)
    if (at < 0) return -1
    position = at + fragment.length
  }
  return position
}
