import {toString} from 'hast-util-to-string'
import type {Choose} from './chooser.ts'
import {blocks} from './kinds.ts'
import {elementsIn, openDeck} from './markup.ts'
import type {Files} from './mutant.ts'

/** What only the teacher's deck says: notes, whole and without formulas. */
export function notesOf(files: Files): string[] {
  const notes = elementsIn(openDeck('teacher/deck/')(files), blocks('notes', ['p'], 30))
  return notes.filter(({source}) => !source.includes('class="formula"')).map(({element}) => toString(element))
}

export const aNote = (files: Files, choose: Choose): string => choose(notesOf(files))

/** Words of a note that are too few to be looked for as they are: its first clause. */
export const aFewWords = (files: Files, choose: Choose): string =>
  choose(notesOf(files).flatMap((note) => /^[^，。；：？]{4,11}(?=[，。；：？])/u.exec(note)?.[0] ?? []))
