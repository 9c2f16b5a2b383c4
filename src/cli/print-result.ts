import {styleText} from 'node:util'
import path from 'node:path'
import type {BuildResult} from '../build.ts'
import {targetName} from '../model/output.ts'
import type {Command} from './arguments.ts'
import {diagnosticsAsSarif} from './diagnostics-as-sarif.ts'
import {countDiagnostics, diagnosticsAsJson, printDiagnostics} from './print-diagnostics.ts'

/** The end of a run: diagnostics, what was written, what the check found. */
export function printResult(command: Command, result: BuildResult, seconds: number): void {
  const {errors, warnings} = countDiagnostics(result.files)
  if (command.report === 'json') {
    const written = result.artifacts.map(({entry}) => path.join(command.out, entry))
    const json = {diagnostics: diagnosticsAsJson(result.files), errors, warnings, written, rejected: result.rejected}
    process.stdout.write(`${JSON.stringify(json, undefined, 2)}\n`)
    return
  }
  if (command.report === 'sarif') {
    process.stdout.write(`${JSON.stringify(diagnosticsAsSarif(result.files), undefined, 2)}\n`)
    return
  }
  printDiagnostics(result.files, (text) => process.stderr.write(`${text}\n`))
  if (command.report === 'quiet') return
  const write = (text: string) => process.stdout.write(`${text}\n`)
  for (const {entry, files} of result.artifacts) {
    write(`  ${path.join(command.out, entry)}`)
    const single = files.find((file) => file.path.endsWith('/deck.html'))
    if (single) write(`  ${path.join(command.out, single.path)} (${(single.contents.byteLength / 1e6).toFixed(1)} MB)`)
  }
  if (result.report) write(summary(result))
  if (result.rejected) {
    write(
      styleText('red', `没有替换上次的成品；这次的在 / The last good output stays; this one is in ${result.rejected}`),
    )
  }
  const count = errors + warnings === 0 ? '' : ` · ${errors} errors, ${warnings} warnings`
  write(`${errors > 0 ? styleText('red', '✗') : styleText('green', '✓')} ${seconds.toFixed(1)} s${count}`)
}

function summary({report}: BuildResult): string {
  const rows = (report?.targets ?? []).map((target) => {
    const units = report?.units.filter((row) => row.target === target) ?? []
    const count = (state: string) => units.filter((row) => row.state === state).length
    const name = `${targetName(target)} ${target.edition}`.padEnd(25)
    const reading = count('condensed') + count('reading')
    return `  ${name} 全文 shown ${count('shown')} · 要点与阅读文本 condensed ${reading} · 按规则不出 left out ${count('left out')} · 缺失 missing ${count('missing')}`
  })
  return rows.join('\n')
}
