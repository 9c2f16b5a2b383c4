import type {BlockChange, Difference, TextPart} from '../model/changes.ts'
import {compareTexts} from './compare-pieces.ts'

/** A line to write down, in parts that are kept, gone or new. */
export type Line = readonly TextPart[]

/** So many lines of a long block are told; the block itself tells the rest. */
const mostLines = 12

/** What of a block is told: its beginning, or what changed in it between the lines beside. */
export function describeLines(change: BlockChange, more: (count: number) => string): Line[] {
  if (change.type !== 'changed') {
    const lines = change.block.pieces.map((text): Line => [{type: 'same', text}])
    return shorten(lines, more)
  }
  const {differences} = change
  const isNear = (index: number) =>
    differences.slice(Math.max(0, index - 1), index + 2).some(({type}) => type !== 'same')
  const isChanged = differences.some(({type}) => type !== 'same')
  const lines = differences.flatMap((difference, index): Line[] => {
    if (isNear(index) || (!isChanged && index === 0)) return [lineOf(difference)]
    // One mark for all lines between.
    return index === 0 || isNear(index - 1) ? [[{type: 'same', text: '…'}]] : []
  })
  return shorten(lines, more)
}

/** What became of a short text; empty for one that was not there, or is not any more. */
export function linesOf(before: string, after: string): Line[] {
  return [lineOf(compareTexts(before, after))]
}

function shorten(lines: readonly Line[], more: (count: number) => string): Line[] {
  if (lines.length <= mostLines) return [...lines]
  return [...lines.slice(0, mostLines), [{type: 'same', text: more(lines.length - mostLines)}]]
}

const lineOf = (difference: Difference): Line => (difference.type === 'edited' ? difference.parts : [difference])
