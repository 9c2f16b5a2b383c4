import type {Text} from 'mdast'
import type {Position} from 'unist'

/**
 * Gives the places of parts of a text, which are asked for from left to right: right as long as the text has no escapes and no
 * container's marks at line starts.
 */
export function placesWithin({position, value}: Text): (from: number, to: number) => {position?: Position} {
  if (!position) return () => ({})
  const lineStarts = [0, ...Array.from(value.matchAll(/\n/gu), ({index}) => index + 1)]
  let line = 0
  const pointAt = (index: number) => {
    while (line > 0 && (lineStarts[line] ?? 0) > index) line--
    while ((lineStarts[line + 1] ?? Infinity) <= index) line++
    const column = index - (lineStarts[line] ?? 0) + (line === 0 ? position.start.column : 1)
    return {line: position.start.line + line, column}
  }
  return (from, to) => ({position: {start: pointAt(from), end: pointAt(to)}})
}
