import type {ContentUnit} from '../model/coverage.ts'

/** What a worksheet has of a unit: all of it, what slides show of it with blanks, or nothing. */
export function roleOnWorksheet({kind, within}: ContentUnit): 'whole' | 'sentence' | 'nothing' {
  if (within === 'back matter') return 'nothing'
  if (within === 'exercise' || within === 'solution' || kind === 'chapter' || kind === 'section') return 'whole'
  return kind === 'definitionList' || kind === 'list' || kind === 'prose' ? 'sentence' : 'nothing'
}
