import type {PlainReading} from '../../model/coverage.ts'
import {lettersOf} from './letters-of.ts'
import {literalLeftovers} from './literal-leftovers.ts'
import {readMarkup} from './read-markup.ts'

/** What pages of a finished file say, by their tags alone. */
export function plainReading(pages: readonly string[]): PlainReading {
  const readings = pages.map((page) => readMarkup(page))
  return {
    letters: lettersOf(readings.map(({text}) => text).join('\n')),
    leftovers: literalLeftovers(readings.map(({prose}) => prose).join('\n')),
    addresses: [...new Set(readings.flatMap(({addresses}) => addresses))],
  }
}

/** The same of a file whose texts are not written in tags: nothing is known of its code and links. */
export const plainTexts = (texts: readonly string[]): PlainReading => ({
  letters: lettersOf(texts.join('')),
  leftovers: [],
  addresses: [],
})
