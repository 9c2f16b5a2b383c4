import type {ArtifactProblem} from '../../model/coverage.ts'
import type {Course} from '../../model/course.ts'

/** A mark in a text or a note itself, and the number that a file gives it. */
export interface NoteNumber {
  /** Of the note. */
  readonly id: string
  readonly number: string
}

/** Every mark and every note bears the number that the course gives the note; an empty one was lost. */
export function checkNoteNumbers(found: readonly NoteNumber[], {chapters}: Course): ArtifactProblem[] {
  const numbers = new Map(chapters.flatMap(({footnotes}) => footnotes.map(({id, number}) => [id, String(number)])))
  return found.flatMap(({id, number}): ArtifactProblem[] => {
    const expected = numbers.get(id)
    if (expected === undefined || number.trim() === expected) return []
    const reason = `脚注的编号是 “${number}”，应为 ${expected} / The number of a note is “${number}”, expected ${expected}: ${id}`
    return [{ruleId: 'block-is-covered', reason}]
  })
}
