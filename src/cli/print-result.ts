import path from 'node:path'
import type {BuildResult} from '../build.ts'
import {diagnosticsAsSarif} from './diagnostics-as-sarif.ts'
import type {Command} from './arguments.ts'
import {countDiagnostics, diagnosticsAsJson, printDiagnostics} from './print-diagnostics.ts'
import {summarize} from './summarize.ts'
import {print, printJson, style} from './terminal.ts'

/** The end of a run: diagnostics, what was written, what the check found; and loudly, that there was none. */
export function printResult(command: Command, result: BuildResult, seconds: number): void {
  printReport(command, result, seconds)
  if (result.isUnverified) print(process.stderr, `${style(['yellow', 'bold'], notVerified)}\n`)
}

const notVerified = [
  '警告：没有核对过（--no-verify），内容可能缺失或泄露，请勿公开',
  'Warning: not verified (--no-verify), content may be missing or leaked, do not publish',
].join('\n')

function printReport(command: Command, result: BuildResult, seconds: number): void {
  const {errors, warnings} = countDiagnostics(result.files)
  if (command.report === 'json') {
    const written = result.artifacts.map(({entry}) => path.join(command.out, entry))
    const isVerified = result.report !== undefined
    const diagnostics = diagnosticsAsJson(result.files)
    const json = {diagnostics, errors, warnings, isVerified, written, rejected: result.rejected}
    printJson(process.stdout, json)
    return
  }
  if (command.report === 'sarif') {
    printJson(process.stdout, diagnosticsAsSarif(result.files))
    return
  }
  printDiagnostics(result.files, command.course, process.stderr)
  if (command.report === 'quiet') return
  const rejected = result.rejected
    ? [style('red', `  没有替换上次的成品；这次的在 / The last good output stays; this one is in ${result.rejected}`)]
    : []
  const mark = errors > 0 ? style('red', '✗') : result.isUnverified ? style('yellow', '!') : style('green', '✓')
  const needs = `${errors} 处需要处理，${warnings} 条警告 / ${errors} ${errors === 1 ? 'place needs' : 'places need'} you, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`
  const count = errors + warnings === 0 ? '' : ` · ${needs}`
  const lines = [...summarize(result, command.out), ...rejected, `${mark} ${seconds.toFixed(1)} s${count}`]
  print(process.stdout, `${lines.join('\n')}\n`)
}
