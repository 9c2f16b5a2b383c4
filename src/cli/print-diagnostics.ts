import type {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import type {Point} from 'unist'
import {print, style} from './terminal.ts'

/** Diagnostics as text: `file:line:col severity message rule-id`, a code frame, a hint. */
export function printDiagnostics(files: readonly VFile[], stream: NodeJS.WriteStream): void {
  for (const file of files) {
    const lines = String(file).split('\n')
    for (const message of [...file.messages].toSorted(byPlace))
      print(stream, `${formatMessage(file, message, lines)}\n`)
  }
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

function formatMessage(file: VFile, message: VFileMessage, lines: readonly string[]): string {
  const place = [file.path, message.line, message.column].filter((part) => part !== undefined).join(':')
  const severity = message.fatal ? style('red', 'error') : style('yellow', 'warning')
  const head = `${style('bold', place)} ${severity} ${message.reason} ${style('dim', message.ruleId ?? '')}`
  const hint = message.note ? [`  ${style('cyan', '→')} ${message.note}`] : []
  return [head, ...frame(message, lines), ...hint, ''].join('\n')
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
