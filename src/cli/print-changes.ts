import path from 'node:path'
import type {DiffResult} from '../build.ts'
import type {BlockChange, CourseChanges, FoundPlaces} from '../model/changes.ts'
import type {Command} from './arguments.ts'
import {diagnosticsAsSarif} from './diagnostics-as-sarif.ts'
import {countDiagnostics, diagnosticsAsJson, printDiagnostics} from './print-diagnostics.ts'
import {print, printJson, style} from './terminal.ts'

/** The end of `diff`: what was written, and how much changed, in ten lines at most. */
export function printChanges(command: Command, result: DiffResult, seconds: number): void {
  const written = result.artifacts.flatMap(({files}) => files.map((file) => path.join(command.out, file.path)))
  const {errors, warnings} = countDiagnostics(result.files)
  if (command.report === 'json') {
    const places = result.places.type === 'known' ? placesAsJson(result.places) : undefined
    const diagnostics = diagnosticsAsJson(result.files)
    const json = {diagnostics, errors, warnings, since: command.since, changes: result.changes, places, written}
    printJson(process.stdout, json)
    return
  }
  if (command.report === 'sarif') {
    printJson(process.stdout, diagnosticsAsSarif(result.files))
    return
  }
  printDiagnostics(result.files, command.course, process.stderr)
  if (command.report === 'quiet') return
  const lines = [
    ...written.map((file) => `  ${file}`),
    ...result.changes.map((changes) => `  ${summaryOf(changes)}`),
    ...(result.places.type === 'unknown' && errors === 0 ? [`  ${unknownPlaces[result.places.reason]}`] : []),
    ...(result.formerErrors > 0 ? [`  ${formerErrors(result.formerErrors)}`] : []),
    `${errors > 0 ? style('red', '✗') : style('green', '✓')} ${seconds.toFixed(1)} s${errors > 0 ? ` · ${errors} errors` : ''}`,
  ]
  print(process.stdout, `${lines.join('\n')}\n`)
}

const editionNames = {student: '学生版 student', teacher: '教师版 teacher'} as const

function summaryOf({edition, goals, numbers, sections}: CourseChanges): string {
  const count = (type: BlockChange['type']) =>
    sections.flatMap(({blocks}) => blocks).filter((block) => block.type === type).length
  const parts = [
    `${sections.length} 节 sections`,
    `新增 added ${count('added')}`,
    `改动 changed ${count('changed')}`,
    `移动 moved ${count('moved')}`,
    `删去 removed ${count('removed')}`,
    `编号 numbers ${numbers.length}`,
    ...(goals.length > 0 ? [`目标与主题 goals ${goals.length}`] : []),
  ]
  return `${editionNames[edition].padEnd(12)} ${parts.join(' · ')}`
}

const build = '先 lectern build / lectern build first'
const unknownPlaces: Readonly<Record<Extract<FoundPlaces, {type: 'unknown'}>['reason'], string>> = {
  absent: `没有成品，所以没有幻灯片号和页码 / No slide and page numbers: nothing is built. ${build}`,
  older: `成品比源文件旧，所以没有幻灯片号和页码 / No slide and page numbers: sources are newer than the build. ${build}`,
  unreadable: `coverage.json 读不懂，所以没有幻灯片号和页码 / No slide and page numbers: coverage.json cannot be read. ${build}`,
  unverified: `成品没有核对过，所以没有幻灯片号和页码 / No slide and page numbers: the build is not verified. ${build}`,
}

const formerErrors = (count: number) =>
  `旧版有 ${count} 处今天算错的写法，按读到的比 / The old edition has ${count} errors by today’s rules; compared as far as it is understood`

function placesAsJson({pages, slides}: Extract<FoundPlaces, {type: 'known'}>): object {
  return {slides: Object.fromEntries(slides), pages: Object.fromEntries(pages)}
}
