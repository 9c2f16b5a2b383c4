import type {TypedMarkup} from '../../model/coverage.ts'
import {bareLine} from './bare-line.ts'
import type {ScannedLine} from './scan-lines.ts'

/** A line in which markup was typed that a finished file shows so. */
export interface TypedLine {
  readonly line: number
  readonly syntax: string
  readonly text: string
}

/** Where the markup of finished files was typed: as markup, and not as code or escaped, which are to be shown as they are. */
export function typedLines(
  lines: readonly ScannedLine[],
  leftovers: readonly TypedMarkup[],
  isReported: (line: number) => boolean,
): TypedLine[] {
  if (leftovers.length === 0) return []
  const bare = lines
    .filter(({kind}) => kind === 'text')
    .map(({line, text}) => ({line, text: bareLine(text).replaceAll(/\s+/gu, '')}))
    .filter(({text}) => text !== '')
  return leftovers.flatMap(({syntax, text}) => {
    const found = bare.find((one) => one.text.includes(text) && !isReported(one.line))
    return found ? [{line: found.line, syntax, text}] : []
  })
}
