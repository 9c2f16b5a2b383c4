import type {ScannedLine} from './scan-lines.ts'

/** Lines of which those of footnotes that only conditional text has a mark of are conditional, too. */
export function withNoteConditions(lines: readonly ScannedLine[]): ScannedLine[] {
  const notes = notesOf(lines)
  const marks = Map.groupBy(
    lines.flatMap(({isConditional, text}, index) => {
      const note = notes[index] ?? ''
      return isConditional && note === '' ? [] : marksIn(text).map((name) => ({note, name}))
    }),
    ({note}) => note,
  )
  // What the open text has marks of, and what those notes have marks of.
  const open = new Set([''])
  for (const note of open) for (const {name} of marks.get(note) ?? []) open.add(name)
  return lines.map((line, index) => (open.has(notes[index] ?? '') ? line : {...line, isConditional: true}))
}

const marksIn = (text: string) =>
  Array.from(text.matchAll(/\[\^(?<name>[^\]\s]{1,200})\](?!:)/gu), ({groups}) => groups?.['name'] ?? '')

/** The note that each line belongs to; empty for none. Indented lines and lines directly below continue a note. */
function notesOf(lines: readonly ScannedLine[]): string[] {
  let note = ''
  let isAfterBlank = false
  return lines.map(({text}) => {
    const {name} = /^[\s>]*\[\^(?<name>[^\]\s]+)\]:/u.exec(text)?.groups ?? {}
    const isBlank = text.trim() === ''
    if (name !== undefined) note = name
    else if (isAfterBlank && !isBlank && !/^(?: {2}|\t)/u.test(text)) note = ''
    isAfterBlank = isBlank
    return note
  })
}
