/** A mark of a container at the beginning of a line: `>`, a bullet, a number, `:` of a definition, `[^note]:`. */
export interface Mark {
  readonly isQuote: boolean
  /** Offsets in the line: of the space before it, of itself, and behind it. */
  readonly from: number
  readonly start: number
  readonly to: number
  /** Where it stands, from 0, with tabs as wide as CommonMark says. */
  readonly column: number
  /** Where what it contains begins at the earliest. */
  readonly content: number
}

export interface LinePrefix {
  readonly marks: readonly Mark[]
  /** Column behind the marks. */
  readonly column: number
  /** The line without them, and without the space after them. */
  readonly rest: string
}

const pattern = /(?<space>[ \t]*)(?<mark>>|(?:[-*+:~]|\d{1,9}[.)]|\[\^[^\]\s]{1,100}\]:)(?=[ \t]|$))/uy
const rule = /^[ \t]*(?<mark>[-*_])(?:[ \t]*\k<mark>){2,}[ \t]*$/u

/** Marks that a line begins with; a thematic break has none. */
export function readPrefix(line: string): LinePrefix {
  const marks: Mark[] = []
  let offset = 0
  let column = 0
  for (;;) {
    const mark = readMark(line, offset, column)
    // Only where lists could begin: in one pass over the line.
    if (!mark || (!mark.isQuote && marks.at(-1)?.isQuote !== false && rule.test(line.slice(offset)))) break
    marks.push(mark)
    column = mark.column + mark.to - mark.start
    offset = mark.to
  }
  return {marks, column, rest: line.slice(offset).replace(/^[ \t]+/u, '')}
}

function readMark(line: string, from: number, fromColumn: number): Mark | undefined {
  pattern.lastIndex = from
  const {mark = '', space = ''} = pattern.exec(line)?.groups ?? {}
  if (mark === '') return undefined
  const start = from + space.length
  const to = start + mark.length
  const column = widthOf(space, fromColumn)
  const isQuote = mark === '>'
  if (isQuote) return {isQuote, from, start, to, column, content: column + 1}
  return {isQuote, from, start, to, column, content: mark.startsWith('[') ? column + 4 : column + mark.length + 1}
}

function widthOf(space: string, from: number): number {
  let column = from
  for (const character of space) column += character === '\t' ? 4 - (column % 4) : 1
  return column
}
