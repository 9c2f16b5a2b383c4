/** A mark of a container at the beginning of a line: `>`, a bullet, a number, `:` of a definition, `[^note]:`. */
export interface Mark {
  readonly isQuote: boolean
  /** Offsets in the line: of the space before it, and behind it. */
  readonly from: number
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

/** Marks that a line begins with, `most` at most; a thematic break has none. */
export function readPrefix(line: string, most: number): LinePrefix {
  const marks: Mark[] = []
  let offset = 0
  let column = 0
  while (marks.length < most) {
    pattern.lastIndex = offset
    const {mark = '', space = ''} = pattern.exec(line)?.groups ?? {}
    if (mark === '' || (marks.at(-1)?.isQuote !== false && mark !== '>' && rule.test(line.slice(offset)))) break
    const start = widthOf(space, column)
    column = start + mark.length
    const to = offset + space.length + mark.length
    const isNote = mark.startsWith('[')
    const content = mark === '>' ? column : isNote ? start + 4 : column + 1
    marks.push({isQuote: mark === '>', from: offset, to, column: start, content})
    offset = to
  }
  return {marks, column, rest: line.slice(offset).replace(/^[ \t]+/u, '')}
}

function widthOf(space: string, from: number): number {
  let column = from
  for (const character of space) column += character === '\t' ? 4 - (column % 4) : 1
  return column
}
