#!/usr/bin/env node
import {readFile} from 'node:fs/promises'
import {
  buildCourse,
  checkCourse,
  diffCourse,
  isPublicAddress,
  verifyCourse,
  type BuildOptions,
  type BuildResult,
} from '../build.ts'
import {userCacheFolder} from '../cache/user-cache-folder.ts'
import {courseJsonSchema} from '../config/json-schema.ts'
import {UsageError} from '../diagnostics/environment-error.ts'
import {rules} from '../diagnostics/rules.ts'
import {describeFailure} from './failure.ts'
import {interruptible, listenForInterrupt} from './interrupt.ts'
import {help, readArguments, type Command} from './arguments.ts'
import {defaultOutput} from './default-output.ts'
import {findCourse, findCourseOf} from './find-course.ts'
import {countDiagnostics} from './print-diagnostics.ts'
import {createProgress} from './progress.ts'
import {printChanges} from './print-changes.ts'
import {printResult} from './print-result.ts'
import {runTrace} from './run-trace.ts'
import {ruleList} from './rule-list.ts'
import {openTerminal, print, printJson} from './terminal.ts'

/** Runs a command and gives its exit code: 0 fine, 1 findings, 2 usage or environment. */
async function main(args: readonly string[]): Promise<number> {
  const command = readArguments(args)
  switch (command.name) {
    case 'help':
      print(process.stdout, help)
      return 0
    case 'version':
      print(process.stdout, `${await readVersion()}\n`)
      return 0
    case 'schema':
      print(process.stdout, courseJsonSchema())
      return 0
    case 'rules':
      if (command.report === 'json') printJson(process.stdout, rules)
      else print(process.stdout, ruleList())
      return 0
    case 'trace':
      return runTraceCommand(command)
    case 'build':
    case 'check':
    case 'verify':
      return runOnCourse(command)
    case 'diff':
      return runDiff(command)
    default:
      return command.name satisfies never
  }
}

async function runTraceCommand(command: Command): Promise<number> {
  const {course: source, page, report, slide} = command
  const out = command.out || defaultOutput(source ? findCourseOf(source) : findCourse(''))
  await runTrace({source, page, slide, out, isJson: report === 'json'}, listenForInterrupt())
  return 0
}

/** The command with the folders that it does not name. */
function located(command: Command): Command {
  const course = findCourse(command.course)
  return {...command, course, out: command.out || defaultOutput(course)}
}

async function runDiff(given: Command): Promise<number> {
  const command = located(given)
  const progress = createProgress(command.report, process.stderr)
  const {course: folder, editions, out, since} = command
  const signal = listenForInterrupt()
  const started = performance.now()
  const work = diffCourse({folder, since, out, editions, signal, progress, cacheFolder: userCacheFolder()})
  const result = await interruptible(work, signal)
  progress.end()
  printChanges(command, result, (performance.now() - started) / 1000)
  return countDiagnostics(result.files).errors > 0 ? 1 : 0
}

async function runOnCourse(given: Command): Promise<number> {
  const command = located(given)
  const progress = createProgress(command.report, process.stderr)
  const signal = listenForInterrupt()
  const options: BuildOptions = {
    folder: command.course,
    out: command.out,
    only: command.only,
    editions: command.editions,
    browser: command.browser,
    isStrict: command.isStrict,
    checksLinks: command.checksLinks,
    ...(command.fetchesImages ? {mayConnectTo: isPublicAddress} : {}),
    hasSingleFile: command.hasSingleFile,
    verifies: command.verifies,
    cacheFolder: userCacheFolder(),
    sourceDateEpoch: readEpoch(),
    signal,
    progress,
  }
  const started = performance.now()
  const result = await interruptible(run(command, options), signal)
  progress.end()
  printResult(command, result, (performance.now() - started) / 1000)
  return countDiagnostics(result.files).errors > 0 ? 1 : 0
}

async function run(command: Command, options: BuildOptions): Promise<BuildResult> {
  if (command.name === 'check') return {files: await checkCourse(options), artifacts: [], rejected: ''}
  return command.name === 'verify' ? verifyCourse(options) : buildCourse(options)
}

function readEpoch(): number | undefined {
  const text = process.env['SOURCE_DATE_EPOCH']
  if (text === undefined || text === '') return undefined
  if (!/^\d+$/u.test(text)) throw new UsageError(`SOURCE_DATE_EPOCH ${text}: 应为整数秒 / expected whole seconds`)
  return Number(text)
}

async function readVersion(): Promise<string> {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as {version: string}).version
}

/** Whatever ends a run before its result. A bug outside of the flow, in what nobody waits for, ends it as well. */
function fail(error: unknown): void {
  print(process.stderr, `\n${describeFailure(error, process.argv.includes('--verbose'))}\n`)
  process.exitCode = 2
}

openTerminal()
process.on('uncaughtException', (error) => {
  fail(error)
  process.exit()
})
try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  fail(error)
}
