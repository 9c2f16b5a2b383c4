import type {ArtifactProblem, ContentUnit} from '../../model/coverage.ts'
import type {Course} from '../../model/course.ts'
import type {Target} from '../../model/output.ts'
import {alignReading, type Departure} from './align-reading.ts'
import {generatedWords} from './generated-words.ts'
import {linearPieces} from './linear-pieces.ts'

/** So many are told of one file: what follows is often the same mistake. */
const mostTold = 12

export interface LinearReading {
  readonly course: Course
  readonly units: readonly ContentUnit[]
  readonly target: Target
}

/** Reads an e-book or a printed book from front to back against its course: everything in order, and nothing besides. */
export function checkReading(text: string, {course, target, units}: LinearReading): ArtifactProblem[] {
  const departures = alignReading(text, linearPieces(units, target), generatedWords(course, units))
  return departures.slice(0, mostTold).map((departure) => problemOf(departure))
}

export function problemOf(departure: Departure): ArtifactProblem {
  const text = `“${departure.text.slice(0, 60)}”`
  switch (departure.kind) {
    case 'added':
      return {
        ruleId: 'nothing-is-added',
        reason: `多出内容 / Unexpected content: ${text}`,
        unit: departure.before,
      }
    case 'misplaced':
      return {ruleId: 'block-is-in-place', reason: `不在该在的地方 / Out of place: ${text}`, unit: departure.unit}
    case 'lost':
      return {ruleId: 'block-is-covered', reason: `缺少或变了 / Missing or changed: ${text}`, unit: departure.unit}
    default:
      return departure satisfies never
  }
}
