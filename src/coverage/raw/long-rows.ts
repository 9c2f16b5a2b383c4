import type {ScannedLine} from './scan-lines.ts'

/** A row of a table with more cells than the line of dashes has, so that what is in them belongs to no column. */
export interface LongRow {
  readonly line: number
  readonly cells: number
  readonly expected: number
}

const dashes = /^\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?)?\s*$/u

/** Counts the cells of tables with pipes by the pipes that are not escaped, those in code too (GFM, 4.10). A row with fewer has empty ones. */
export function longRows(lines: readonly ScannedLine[]): LongRow[] {
  const long: LongRow[] = []
  const contents = lines.map(({kind, text}) =>
    kind === 'text' ? text.replace(/^(?:\s|>|[-*+]\s|\d+[.)]\s)+/u, '') : '',
  )
  let expected = 0
  for (const [index, {line}] of lines.entries()) {
    const content = contents[index] ?? ''
    const next = contents[index + 1] ?? ''
    const isHead = content.includes('|') && dashes.test(next) && !dashes.test(content)
    if (isHead) expected = cellsOf(next)
    else if (!content.includes('|')) expected = 0
    if (expected === 0 || dashes.test(content)) continue
    const cells = cellsOf(content)
    if (cells > expected) long.push({line, cells, expected})
  }
  return long
}

function cellsOf(row: string): number {
  // A backslash before a pipe, or before another one, takes it away.
  const pipes = row
    .trim()
    .replaceAll(/\\[\\|]/gu, '')
    .replace(/^\|/u, '')
    .replace(/\|$/u, '')
  return pipes.split('|').length
}
