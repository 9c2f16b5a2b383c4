import type {Course} from '../model/course.ts'
import {stringsIn} from '../model/strings-in.ts'

/** What lectern itself can write: ASCII, the signs of its widgets, emphasis marks, Chinese punctuation. */
export const ownCharacters = `${String.fromCodePoint(...Array.from({length: 95}, (_value, index) => index + 32))}✓↩←→↑↓·•—…“”‘’（），。、；：！？《》`

/** What stands in empty cells. */
const noBreakSpace = '\u00A0'

/**
 * Every character that one edition of a course can show: those of what `selectEdition` gives, of its SVG figures, and of `words`, which
 * lectern adds. A superset of what is shown, and cheap; but never a character that only another edition has, since the glyphs of a font
 * say what it was made for. The plan and the syllabus are on no page; what the teacher's agenda says of the plan is among `words`.
 */
export function courseCharacters(course: Course, words: readonly string[]): ReadonlySet<number> {
  const {lectures: _lectures, resources, syllabus: _syllabus, ...shown} = course
  const characters = new Set<number>()
  const add = (text: string) => {
    for (const character of text) {
      const code = character.codePointAt(0) ?? 0
      if (code >= 32) characters.add(code)
    }
  }
  for (const text of [ownCharacters, noBreakSpace, ...words]) add(text)
  for (const text of stringsIn(shown)) add(text)
  for (const resource of resources.values()) {
    if (resource.mediaType === 'image/svg+xml') add(new TextDecoder().decode(resource.contents))
  }
  return characters
}
