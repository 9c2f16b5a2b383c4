import {cp, mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import type {OutlineProblem} from '../../src/import/outline.ts'
import {findLeftovers, type Leftover} from '../../src/coverage/raw/find-leftovers.ts'
import {inspectDeck} from './inspect-deck.ts'
import {inspectEpub} from './inspect-epub.ts'
import {prepareTrial, type Trial, type TrialSettings} from './prepare-trial.ts'
import {runProcess, type ProcessResult} from './run-process.ts'
import {takeScreenshots} from './take-screenshots.ts'
import type {TrialOutcome} from './trial-outcome.ts'

export interface TrialOptions extends TrialSettings {
  /** Where the copy and the finished files stay; empty to keep nothing. */
  readonly keep: string
  readonly screenshots: number
  /** Seconds that a build may take. */
  readonly seconds: number
}

export interface Cause {
  readonly rule: string
  readonly cause: string
  readonly isError: boolean
  readonly count: number
  readonly at: string
}

export interface BookResult {
  readonly name: string
  readonly tool: string
  readonly chapters: number
  readonly problems: readonly OutlineProblem[]
  readonly state: 'built' | 'refused' | 'crashed' | 'hung' | 'no chapters'
  /** How the process ended, where it did not by itself. */
  readonly crash?: string
  readonly causes: readonly Cause[]
  /** Of the reading back: a fault of the finished files, or a false alarm. */
  readonly findings: TrialOutcome['findings']
  readonly slides?: number
  readonly nearEmpty?: readonly string[]
  readonly longestRun?: {readonly slides: number; readonly at: string}
  readonly leftovers: readonly Leftover[]
  /** What EPUBCheck reports beyond the build's own messages. */
  readonly epubcheck: readonly string[] | 'not run'
  readonly seconds?: number
  readonly cpuSeconds?: number | undefined
  readonly peakMegabytes?: number | undefined
}

/** Builds a book that was written for another tool from a copy of it, and looks at what comes out. */
export async function tryBook(source: string, options: TrialOptions): Promise<BookResult> {
  const work = await mkdtemp(path.join(tmpdir(), 'lectern-corpus-'))
  try {
    const trial = await prepareTrial(source, path.join(work, 'book'), options)
    if (!trial) return nothingOf(path.basename(source), 'no chapters')
    const result = await buildAndInspect(trial, work, options)
    if (options.keep) await keep(work, path.join(options.keep, trial.name), result)
    return result
  } finally {
    await rm(work, {recursive: true, force: true})
  }
}

const nothingOf = (name: string, state: BookResult['state']): BookResult => ({
  name,
  tool: '',
  chapters: 0,
  problems: [],
  state,
  causes: [],
  findings: [],
  leftovers: [],
  epubcheck: 'not run',
})

const script = fileURLToPath(new URL('build-trial.ts', import.meta.url))

async function buildAndInspect(trial: Trial, work: string, options: TrialOptions): Promise<BookResult> {
  const file = path.join(work, 'outcome.json')
  const log = path.join(work, 'build.log')
  const args = ['--max-old-space-size=4096', script, trial.folder, path.join(work, 'out'), file]
  const ran = await runProcess(args, {seconds: options.seconds, log})
  const text = await readFile(file, 'utf8').catch(() => undefined)
  const outcome = text === undefined ? undefined : (JSON.parse(text) as TrialOutcome)
  const base = {
    ...nothingOf(trial.name, stateOf(ran, outcome)),
    tool: trial.outline?.tool ?? 'lectern',
    chapters: trial.chapters,
    problems: trial.outline?.problems ?? [],
    seconds: ran.seconds,
    cpuSeconds: ran.cpuSeconds,
    peakMegabytes: ran.peakMegabytes,
  }
  if (!outcome) {
    const stages = (await readFile(log, 'utf8')).split('\n').slice(-3).join('\n')
    return {...base, crash: ran.isTimedOut ? stages : ran.errorText}
  }
  const causes = causesOf(outcome.messages)
  const known = {...base, causes, findings: outcome.findings}
  return outcome.hasFiles ? {...known, ...(await inspect(outcome, work, options))} : known
}

async function inspect(outcome: TrialOutcome, work: string, {screenshots}: TrialOptions): Promise<Partial<BookResult>> {
  const deck = await inspectDeck(outcome.finished)
  const epub = await inspectEpub(outcome.finished)
  if (deck && screenshots > 0)
    await takeScreenshots(outcome.finished, deck.identifiers, {
      count: screenshots,
      folder: path.join(work, 'screenshots'),
    })
  // The book has all text in full; the deck adds what a slide shows of it.
  const leftovers = findLeftovers(epub?.text ?? deck?.text ?? '')
  const own = outcome.messages.map(({reason}) => reason)
  const beyond = epub?.epubcheck?.filter((line) => !own.some((reason) => reason.includes(line.split(' ')[1] ?? line)))
  return {
    ...(deck ? {slides: deck.slides, nearEmpty: deck.nearEmpty, longestRun: deck.longestRun} : {}),
    leftovers,
    epubcheck: beyond ?? 'not run',
  }
}

function stateOf(ran: ProcessResult, outcome: TrialOutcome | undefined): BookResult['state'] {
  if (!outcome) return ran.isTimedOut ? 'hung' : 'crashed'
  return outcome.isBuilt ? 'built' : 'refused'
}

/** Messages by rule and cause, the most frequent first. */
function causesOf(messages: TrialOutcome['messages']): Cause[] {
  const groups = Map.groupBy(messages, ({cause, isError, rule}) => [rule, isError, cause].join('\n'))
  const causes = [...groups.values()].flatMap(([first, ...others]): Cause[] => {
    if (!first) return []
    const {cause, file, isError, line, rule} = first
    return [{rule, cause, isError, count: 1 + others.length, at: `${file}:${line ?? 1}`}]
  })
  return causes.toSorted((a, b) => Number(b.isError) - Number(a.isError) || b.count - a.count)
}

async function keep(work: string, target: string, result: BookResult): Promise<void> {
  await rm(target, {recursive: true, force: true})
  await mkdir(path.dirname(target), {recursive: true})
  await cp(work, target, {recursive: true})
  await writeFile(path.join(target, 'result.json'), `${JSON.stringify(result, undefined, 2)}\n`)
}
