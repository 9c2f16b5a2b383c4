import type {VFile} from 'vfile'
import type {Resource} from '../model/course.ts'

/** What lectern itself can write: ASCII, the signs of its widgets, Chinese punctuation. */
export const ownCharacters = `${String.fromCodePoint(...Array.from({length: 95}, (_value, index) => index + 32))}✓↩←→↑↓·—…“”‘’（），。、；：！？《》`

/**
 * Every character that a course can show: those of its sources, its SVG figures and the words lectern adds.
 * A superset of what is shown, and cheap: a few more glyphs cost less than finding out.
 */
export function courseCharacters(
  files: readonly VFile[],
  resources: Iterable<Resource>,
  words: readonly string[],
): ReadonlySet<number> {
  const characters = new Set<number>()
  const add = (text: string) => {
    for (const character of text) {
      const code = character.codePointAt(0) ?? 0
      if (code >= 32) characters.add(code)
    }
  }
  add(ownCharacters)
  for (const file of files) add(String(file))
  for (const word of words) add(word)
  for (const resource of resources) {
    if (resource.mediaType === 'image/svg+xml') add(new TextDecoder().decode(resource.contents))
  }
  return characters
}
