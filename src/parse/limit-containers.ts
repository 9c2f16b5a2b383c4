import type {VFile} from 'vfile'
import {limits} from '../diagnostics/limits.ts'
import {readPrefix, type LinePrefix, type Mark} from './line-prefix.ts'
import {reportTooDeep} from './nesting.ts'

const {most} = limits.containers
/** In what looks like code, where nothing of it is a container: rows of `>` are common there. */
const mostInCode = 500

interface Open {
  /** Lists, quotes and notes, by their marks, the outermost first. */
  readonly containers: Mark[]
  /** Numbers of colons of `:::` containers. */
  readonly colons: number[]
  fence: Fence | undefined
}

interface Fence {
  readonly marker: string
  /** What each line of the code has before it. */
  readonly column: number
  readonly quotes: number
}

/**
 * The text with containers no deeper than the limit: what is beyond is reported at its line, and its marks are taken away, never
 * its words. One pass over the lines before the parser sees them, which takes time with the square of the depth or worse, and has no
 * stack for ten thousand. No line of a book is changed; where marks are taken away, columns of that line are others.
 */
export function limitContainers(text: string, file: VFile): string {
  const open: Open = {containers: [], colons: [], fence: undefined}
  let isReported = false
  const lines = text.split('\n').map((line, index) => {
    const kept = readLine(line, open)
    // Once for what goes on over many lines.
    if (kept !== line && !isReported) reportTooDeep(file, {line: index + 1, column: 1}, most)
    isReported ||= kept !== line
    isReported &&= Math.max(open.containers.length, open.colons.length) >= most
    return kept
  })
  return lines.join('\n')
}

function readLine(line: string, open: Open): string {
  // Most lines of a book.
  if (!open.fence && !/^[ \t]*[-*+:~>[\d`]/u.test(line)) return line
  const prefix = readPrefix(line)
  if (open.fence && staysInside(line, prefix, open.fence)) {
    if (isEnd(prefix, open.fence)) open.fence = undefined
    return prefix.marks.length > mostInCode ? cut(line, prefix, {index: most, column: 0}) : line
  }
  open.fence = fenceIn(prefix)
  return limitColons(limitMarks(line, prefix, open), prefix, open)
}

/** Without the marks that would open a container too deep. */
function limitMarks(line: string, prefix: LinePrefix, {containers}: Open): string {
  let known = 0
  for (const [index, mark] of prefix.marks.entries()) {
    known = stillOpen(containers, known, mark)
    // A quote goes on with its mark; all else begins with it.
    if (mark.isQuote && containers[known]?.isQuote) known++
    else {
      containers.length = known
      if (known >= most) return cut(line, prefix, {index, column: containers.at(-1)?.content ?? 0})
      containers.push(mark)
      known++
    }
  }
  return line
}

/** How many of the open containers a mark is in, from those on that the marks before it belong to. */
function stillOpen(containers: readonly Mark[], from: number, {column}: Mark): number {
  let open = from
  for (let next = containers[open]; next && !next.isQuote && next.content <= column; next = containers[open]) open++
  return open
}

/** The marks before one of them, and what stands behind all; without any before, at a column. */
function cut(line: string, {marks}: LinePrefix, {column, index}: {index: number; column: number}): string {
  const before = index === 0 ? ' '.repeat(column) : `${line.slice(0, marks[index]?.from ?? 0)} `
  return before + line.slice(marks.at(-1)?.to ?? 0).trimStart()
}

/** `:::name` that would be too deep is text: `\:::name`. A row of colons closes the outermost container that has no more. */
function limitColons(line: string, {rest}: LinePrefix, {colons}: Open): string {
  const {fence = '', name} = /^(?<fence>:{3,})[ \t]*(?<name>\{?[ \t]*[.#]?[A-Za-z])?/u.exec(rest)?.groups ?? {}
  if (fence === '') return line
  if (name === undefined) {
    const closed = colons.findIndex((count) => count <= fence.length)
    if (closed >= 0 && /^:+[ \t]*$/u.test(rest)) colons.length = closed
    return line
  }
  if (colons.length >= most) return line.replace(fence, String.raw`\${fence}`)
  colons.push(fence.length)
  return line
}

function fenceIn({column, marks, rest}: LinePrefix): Fence | undefined {
  const {marker} = /^(?<marker>`{3,}(?=[^`]*$)|~{3,})/u.exec(rest)?.groups ?? {}
  return marker === undefined ? undefined : {marker, column, quotes: quotesIn(marks)}
}

const quotesIn = (marks: LinePrefix['marks']) => marks.filter(({isQuote}) => isQuote).length

/** Whether the containers of the fence go on in a line. */
function staysInside(line: string, {marks}: LinePrefix, {column, quotes}: Fence): boolean {
  if (line.trim() === '') return quotes === 0
  const [before = ''] = /^[ \t>]*/u.exec(line) ?? []
  return quotesIn(marks) >= quotes && before.replaceAll('\t', '    ').length >= column
}

const isEnd = ({rest}: LinePrefix, {marker}: Fence) =>
  rest.startsWith(marker) && rest.trimEnd().replaceAll(marker[0] ?? '', '') === ''
