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
export function typedLines(lines: readonly ScannedLine[], leftovers: readonly TypedMarkup[]): TypedLine[] {
  if (leftovers.length === 0) return []
  const bare = lines
    .filter(({kind}) => kind === 'text')
    .map(({line, text}) => ({line, text: bareLine(text).replaceAll(/\s+/gu, '')}))
    .filter(({text}) => text !== '')
  // One text to search, with where each line begins in it.
  const whole = bare.map(({text}) => text).join('\n')
  const starts: number[] = []
  let start = 0
  for (const {text} of bare) {
    starts.push(start)
    start += text.length + 1
  }
  return leftovers.flatMap(({syntax, text}) => {
    const at = whole.indexOf(text)
    const line = bare[starts.findLastIndex((begin) => begin <= at)]?.line
    return at < 0 || line === undefined ? [] : [{line, syntax, text}]
  })
}
