import type {Text} from 'mdast'
import type {Position} from 'unist'

/** The place of a part of a text: right as long as the text has no escapes and no container's marks at line starts. */
export function positionWithin({position, value}: Text, from: number, to: number): {position?: Position} {
  if (!position) return {}
  const pointAt = (index: number) => {
    const lines = value.slice(0, index).split('\n')
    const column = (lines.at(-1)?.length ?? 0) + (lines.length === 1 ? position.start.column : 1)
    return {line: position.start.line + lines.length - 1, column}
  }
  return {position: {start: pointAt(from), end: pointAt(to)}}
}
