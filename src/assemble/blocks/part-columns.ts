import type {PhrasingContent} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {greatest} from '../../model/greatest.ts'
import type {TableCell} from '../../model/block.ts'

/** In em of its text: what a page and a slide have for a table at the size that can be read. */
const room = 50
/** In em: padding on both sides of a cell. */
const padding = 1.2
/** In em: characters of a bold face, with some to spare. Everything full-width is 1. */
const widths: readonly (readonly [characters: RegExp, width: number])[] = [
  [/[MW@%mw—…]/u, 0.86],
  [/[\p{Lu}&+<=>~]/u, 0.66],
  [/[^fijlrtI.,:;'!|()[\]-]/u, 0.54],
]
const narrow = 0.36
/** In em: a picture or a formula, of which no width is known here. */
const object = 4

/** Columns that stand side by side, by their indices. */
export interface Columns {
  readonly columns: readonly number[]
  /** Whether a word of theirs must be broken to fit. */
  readonly isTight: boolean
}

/**
 * The columns of a table as sets that fit side by side: one set where all fit; otherwise each begins with the first column,
 * which says what a row is about.
 */
export function partColumns(rows: readonly (readonly TableCell[])[], count: number): Columns[] {
  const needed = Array.from({length: count}, (_, column) => leastWidth(rows.map((row) => row[column] ?? [])))
  const sum = (columns: readonly number[]) => columns.reduce((total, column) => total + (needed[column] ?? 0), 0)
  const all = needed.map((_width, column) => column)
  if (sum(all) <= room) return [{columns: all, isTight: false}]
  const parts: number[][] = []
  for (const column of all.slice(1)) {
    const last = parts.at(-1)
    if (last && sum([...last, column]) <= room) last.push(column)
    else parts.push([0, column])
  }
  return (parts.length > 0 ? parts : [all]).map((columns) => ({columns, isTight: sum(columns) > room}))
}

/** Of a column, in em: its longest word, beside which nothing can be broken. */
const leastWidth = (cells: readonly TableCell[]) =>
  padding +
  greatest(
    cells.map((cell) => longestIn(cell)),
    0,
  )

function longestIn(nodes: readonly PhrasingContent[]): number {
  const ofObjects = nodes.map((node) => (node.type === 'inlineMath' || node.type === 'image' ? object : 0))
  const words = toString([...nodes]).split(/(?<=[-\u2010\u2013])|\s+/u)
  return greatest([...ofObjects, ...words.map((word) => longestRun(word))], 0)
}

/** Lines may break beside full-width characters. */
const longestRun = (word: string): number =>
  greatest(
    word.split(/[\u2E80-\u9FFF\uAC00-\uD7AF\uFF00-\uFFEF]/u).map((run) => widthOf(run)),
    1,
  )

/** The widest that the patterns give a character. */
function widthOf(run: string): number {
  const characters = Array.from(run)
  return characters.reduce((sum, one) => sum + (widths.find(([pattern]) => one.search(pattern) >= 0)?.[1] ?? narrow), 0)
}
