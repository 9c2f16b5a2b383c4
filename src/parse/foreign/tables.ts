import {proseLines, type ForeignText} from './foreign-text.ts'

/** Where a column is: in columns of a fixed-width font, where Chinese characters take two. */
interface Span {
  readonly from: number
  readonly to: number
}

type Align = 'left' | 'right' | 'center' | 'none'

interface Table {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly align: readonly Align[]
}

const groups = /^ *-{2,}(?: +-{2,})+ *$/u
const full = /^ *-{8,} *$/u
const border = /^ *\+(?:[-=:]+\+)+ *$/u
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/u

/** Pandoc's grid, simple and multiline tables become pipe tables, and its line blocks (`| line`) lines that end hard. */
export function translateTables({lines}: ForeignText): void {
  if (!lines.some((line) => /^ *(?:\+[-=:]|-{2,} |-{8,}|\|)/u.test(line))) return
  let next = 0
  for (const [index] of proseLines(lines)) {
    if (index < next) continue
    const found = gridAt(lines, index) ?? multilineAt(lines, index) ?? simpleAt(lines, index)
    if (found) write(lines, found)
    next = found?.end ?? endLineBlock(lines, index)
  }
}

interface FoundTable {
  readonly table: Table
  readonly start: number
  /** Exclusive. */
  readonly end: number
}

const isBlank = (line: string | undefined) => !line?.trim()

function write(lines: string[], {end, start, table}: FoundTable): void {
  const {align, header, rows} = table
  const marks: Readonly<Record<Align, string>> = {left: ':---', right: '---:', center: ':---:', none: '---'}
  const row = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll(/(?<!\\)\|/gu, String.raw`\|`)).join(' | ')} |`
  const written = [row(header), row(align.map((one) => marks[one])), ...rows.map((cells) => row(cells))]
  for (let at = start; at < end; at++) lines[at] = written[at - start] ?? ''
}

/** The part of a line between two columns of the screen. */
function cut(line: string, {from, to}: Span): string {
  let column = 0
  let text = ''
  for (const sign of line) {
    if (column >= from && column < to) text += sign
    column += wide.test(sign) ? 2 : 1
  }
  return text.trim()
}

/** Lines of a cell as one: its paragraphs and items part by hard breaks. */
function joinCell(parts: readonly string[]): string {
  return parts
    .reduce((joined, part) => {
      if (!part) return joined && !joined.endsWith('<br>') ? `${joined}<br>` : joined
      const isItem = /^(?:[-*+]|\d+[.)]) /u.test(part)
      const text = part.replace(/^[-*+] /u, '• ').replace(/\\$/u, '<br>')
      if (!joined) return text
      return joined.endsWith('<br>') ? joined + text : `${joined}${isItem ? '<br>' : ' '}${text}`
    }, '')
    .replace(/(?:<br>)+$/u, '')
}

function gridAt(lines: readonly string[], start: number): FoundTable | undefined {
  const first = lines[start] ?? ''
  if (!border.test(first)) return undefined
  let end = start + 1
  while (/^ *[+|]/u.test(lines[end] ?? '')) end++
  while (end > start && !border.test(lines[end - 1] ?? '')) end--
  if (end - start < 3) return undefined
  const edges = Array.from(first.matchAll(/\+/gu), ({index}) => index)
  const spans = edges.slice(0, -1).map((edge, column): Span => ({from: edge + 1, to: edges[column + 1] ?? edge}))
  const rows: string[][] = []
  let open: string[][] = []
  let headerRows = 0
  let ruler = first
  for (const line of lines.slice(start + 1, end)) {
    if (border.test(line)) {
      rows.push(spans.map((_, column) => joinCell(open.map((cells) => cells[column] ?? ''))))
      open = []
      if (line.includes('=')) {
        headerRows = rows.length
        ruler = line
      }
    } else open.push(gridCells(line, spans))
  }
  const align = ruler
    .trim()
    .split('+')
    .slice(1, -1)
    .map((mark) => alignOf(mark.startsWith(':'), mark.endsWith(':')))
  const header = spans.map((_, column) => joinCell(rows.slice(0, headerRows).map((cells) => cells[column] ?? '')))
  return {start, end, table: {header, rows: rows.slice(headerRows), align}}
}

/** Between its strokes where there are as many as columns, else where the first border has them. */
function gridCells(line: string, spans: readonly Span[]): string[] {
  const parts = line
    .trim()
    .replace(/^\|/u, '')
    .replace(/\|$/u, '')
    .split(/(?<!\\)\|/u)
  return parts.length === spans.length
    ? parts.map((part) => part.trim())
    : spans.map((span) => cut(line, span).replaceAll('|', ' ').trim())
}

const alignOf = (left: boolean, right: boolean): Align =>
  left && right ? 'center' : left ? 'left' : right ? 'right' : 'none'

/** The columns under groups of dashes: each reaches to the next. */
function spansOf(ruler: string): Span[] {
  const starts = Array.from(ruler.matchAll(/-+/gu), ({index}) => index)
  return starts.map((from, column) => ({from, to: starts[column + 1] ?? Infinity}))
}

/** A heading stands flush with the dashes on the side that its column is aligned to. */
function alignsOf(ruler: string, heading: string | undefined): Align[] {
  return Array.from(ruler.matchAll(/-+/gu), ({0: dashes, index}) => {
    if (isBlank(heading)) return 'none'
    const to = index + dashes.length
    const left = cut(heading ?? '', {from: index, to: index + 1}) !== ''
    const right = cut(heading ?? '', {from: to - 2, to}) !== '' && cut(heading ?? '', {from: to - 1, to: to + 1}) !== ''
    return left && right ? 'none' : alignOf(left || !right, right || !left)
  })
}

const cellsOf = (line: string, spans: readonly Span[]) => spans.map((span) => cut(line, span))

const startsBlock = (before = '') => isBlank(before) || /^(?:Table)?:/u.test(before)

function simpleAt(lines: readonly string[], at: number): FoundTable | undefined {
  const ruler = lines[at] ?? ''
  if (!groups.test(ruler) || isBlank(lines[at + 1])) return undefined
  const heading = isBlank(lines[at - 1]) ? undefined : lines[at - 1]
  const end = firstFrom(lines, at + 1, (line) => isBlank(line) || groups.test(line) || full.test(line))
  const isClosed = !isBlank(lines[end])
  // Without a heading it needs an end, as a rule of dashes has none.
  if (heading === undefined ? !isClosed : !startsBlock(lines[at - 2])) return undefined
  const spans = spansOf(ruler)
  const rows = lines.slice(at + 1, end).map((line) => cellsOf(line, spans))
  const table = {header: cellsOf(heading ?? '', spans), rows, align: alignsOf(ruler, heading ?? lines[at + 1])}
  return {start: heading === undefined ? at : at - 1, end: isClosed ? end + 1 : end, table}
}

/** The first line from a place on that is so; the number of lines where there is none. */
function firstFrom(lines: readonly string[], from: number, is: (line: string) => boolean): number {
  const found = lines.findIndex((line, at) => at >= from && is(line))
  return found < 0 ? lines.length : found
}

function multilineAt(lines: readonly string[], start: number): FoundTable | undefined {
  if (!full.test(lines[start] ?? '') || !isBlank(lines[start - 1])) return undefined
  const at = firstFrom(lines, start + 1, (line) => isBlank(line) || groups.test(line) || full.test(line))
  const ruler = lines[at] ?? ''
  if (!groups.test(ruler) || at === start + 1) return undefined
  const end = firstFrom(lines, at + 1, (line) => full.test(line))
  if (end >= lines.length) return undefined
  const spans = spansOf(ruler)
  const heading = lines.slice(start + 1, at)
  const rows = partsOf(lines.slice(at + 1, end)).map((part) => joinRow(part, spans))
  return {start, end: end + 1, table: {header: joinRow(heading, spans), rows, align: alignsOf(ruler, heading.at(-1))}}
}

/** Lines in runs that blank lines part. */
function partsOf(lines: readonly string[]): string[][] {
  return lines
    .reduce<string[][]>(
      (parts, line) => {
        if (isBlank(line)) parts.push([])
        else parts.at(-1)?.push(line)
        return parts
      },
      [[]],
    )
    .filter((part) => part.length > 0)
}

const joinRow = (part: readonly string[], spans: readonly Span[]) =>
  spans.map((span) => joinCell(part.map((line) => cut(line, span)).filter(Boolean)))

const strokeLine = /^\| |^\|$/u

/** Lines that begin with a stroke and are no table: where they end. */
function endLineBlock(lines: string[], start: number): number {
  if (!strokeLine.test(lines[start] ?? '') || !isBlank(lines[start - 1])) return start + 1
  const end = firstFrom(lines, start, (line) => !strokeLine.test(line) && !/^ +\S/u.test(line))
  const block = lines.slice(start, end)
  const isTable = block.some((line) => /^[\s|:-]*-[\s|:-]*$/u.test(line) || /\S.*\|\s*$/u.test(line))
  if (isTable || block.length < 2 || !isBlank(lines[end])) return start + 1
  for (const [offset, line] of block.entries()) {
    const next = block[offset + 1]
    lines[start + offset] = `${lineOf(line)}${next === undefined || !next.startsWith('|') ? '' : '\\'}`
  }
  return end
}

/** A line of a line block, which keeps the spaces that it begins with. */
function lineOf(line: string): string {
  const isOwn = line.startsWith('|')
  const text = line.slice(isOwn ? 2 : 0)
  const indent = isOwn ? text.length - text.trimStart().length : 0
  return '\u00A0'.repeat(indent) + (text.trim() || '\u00A0')
}
