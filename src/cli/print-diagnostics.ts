import path from 'node:path'
import type {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import type {Point} from 'unist'
import {print, style} from './terminal.ts'

/**
 * Diagnostics as text: `file:line:col severity message rule-id`, a code frame, a hint; those of one cause are one entry. Paths are
 * those of the terminal, so that a click opens them; `folder` is the course's.
 */
export function printDiagnostics(files: readonly VFile[], folder: string, stream: NodeJS.WriteStream): void {
  for (const entry of groupDiagnostics(files)) print(stream, `${formatEntry(entry, folder)}\n`)
}

interface Placed {
  readonly file: VFile
  readonly message: VFileMessage
}

/** Diagnostics of one rule, severity and cause, in the order of their places. */
interface Entry extends Placed {
  /** After the first, which the entry is. */
  readonly others: readonly Placed[]
}

function groupDiagnostics(files: readonly VFile[]): Entry[] {
  const placed = files.flatMap((file) => [...file.messages].toSorted(byPlace).map((message) => ({file, message})))
  const groups = Map.groupBy(placed, ({message}) =>
    [message.ruleId, message.fatal, message.commonCause ?? message.reason].join('\n'),
  )
  return [...groups.values()].flatMap(([first, ...others]) => (first ? [{...first, others}] : []))
}

interface Diagnostic {
  readonly file: string
  readonly line: number | undefined
  readonly column: number | undefined
  readonly severity: 'error' | 'warning'
  readonly rule: string | undefined
  readonly message: string
  readonly hint: string | undefined
}

/** Diagnostics for programs: one object each. */
export function diagnosticsAsJson(files: readonly VFile[]): readonly Diagnostic[] {
  return files.flatMap((file) =>
    [...file.messages].toSorted(byPlace).map((message): Diagnostic => ({
      file: file.path,
      line: message.line,
      column: message.column,
      severity: message.fatal ? 'error' : 'warning',
      rule: message.ruleId,
      message: message.reason,
      hint: message.note,
    })),
  )
}

export function countDiagnostics(files: readonly VFile[]): {readonly errors: number; readonly warnings: number} {
  const messages = files.flatMap((file) => file.messages)
  const errors = messages.filter((message) => message.fatal).length
  return {errors, warnings: messages.length - errors}
}

const byPlace = (a: VFileMessage, b: VFileMessage) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)

const placeOf = ({file, message}: Placed, folder: string) =>
  [path.relative('', path.resolve(folder, file.path)), message.line, message.column]
    .filter((part) => part !== undefined)
    .join(':')

const mostPlaces = 4

function formatEntry({others, ...first}: Entry, folder: string): string {
  const {file, message} = first
  const place = placeOf(first, folder)
  const severity = message.fatal ? style('red', 'error') : style('yellow', 'warning')
  const head = `${style('bold', place)} ${severity} ${message.reason} ${style('dim', message.ruleId ?? '')}`
  const hint = message.note ? [`  ${style('cyan', '→')} ${message.note}`] : []
  const places = others.slice(0, mostPlaces).map((other) => placeOf(other, folder))
  const more = others.length > places.length ? ' …' : ''
  const rest =
    others.length > 0
      ? [`  ${style('cyan', '+')} 另 ${others.length} 处 / ${others.length} more: ${places.join(' ')}${more}`]
      : []
  return [head, ...frame(message, String(file).split('\n')), ...hint, ...rest, ''].join('\n')
}

/** The line in question with its neighbours, and a mark below the place. */
function frame(message: VFileMessage, lines: readonly string[]): string[] {
  const start: Point | undefined = message.place && 'start' in message.place ? message.place.start : message.place
  if (!start || !lines[start.line - 1]) return []
  const first = Math.max(1, start.line - 1)
  const last = Math.min(lines.length, start.line + 1)
  const width = String(last).length
  return Array.from({length: last - first + 1}, (_value, index) => first + index).flatMap((number) => {
    const text = `${number === start.line ? '>' : ' '} ${String(number).padStart(width)} | ${lines[number - 1] ?? ''}`
    if (number !== start.line) return [style('dim', text)]
    const before = (lines[number - 1] ?? '').slice(0, start.column - 1)
    return [text, `${' '.repeat(width + 2)} | ${' '.repeat(displayWidth(before))}${style('red', '^')}`]
  })
}

/** Columns that a text takes on a terminal: Chinese characters take two. */
function displayWidth(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (/[\u1100-\u115f\u2e80-\uffe6]/u.test(character) ? 2 : 1), 0)
}
