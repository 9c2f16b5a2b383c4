import {readdir, readFile} from 'node:fs/promises'
import path from 'node:path'
import type {Pages} from './look-through.ts'
import type {Course} from '../model/course.ts'
import type {ArtifactObservation, ContentUnit, CoverageReport, WrittenFile} from '../model/coverage.ts'
import {noFonts, type ExpectedFonts} from '../model/font.ts'
import type {LastResults} from '../model/last-results.ts'
import type {Density} from '../model/deck.ts'
import {editions, type Target} from '../model/output.ts'
import {checkDeck} from './check-deck.ts'
import {coverObjectives, coverTopics, topicFindings} from './check-syllabus.ts'
import {compareUnits} from './compare-units.ts'
import {expectedUnits} from './expected-units.ts'
import {expectOnSlides} from './ledger/expect-on-slides.ts'
import {withAccountedLines} from './accounted-lines.ts'
import {observeDeck} from './observers/observe-deck.ts'
import {observeEpub} from './observers/observe-epub.ts'
import {deckOf} from './lecture-times.ts'
import {checkPagePlaces} from './check-page-places.ts'
import {checkWritten} from './raw/check-written.ts'
import {checkSite} from './site/check-site.ts'
import {keyOf, readingKey} from './reading-key.ts'
import {artifactPath} from './output-names.ts'
import {publicWords} from './privacy/public-words.ts'
import {observePdf, type PdfSource} from './observers/observe-pdf.ts'

export interface VerifyOptions {
  /** Where the finished files are. */
  readonly folder: string
  readonly browser: Pages
  /** Of the theme: how much stands on slides. */
  readonly density: Density
  /** Of the theme: what text is set in; without it fonts are not looked at. */
  readonly fonts?: ExpectedFonts
  /** Told how many outputs have been read, before the next is, while the report is waited for. */
  readonly tell: (done: number) => void
  /** Of builds before: an output that was read as it is now, beside the same course, is not read again. */
  readonly results: LastResults
  /** Nothing more is read once it aborts. */
  readonly signal?: AbortSignal
}

/** Reads outputs back one after the other, while others may still be made. */
export interface Verification {
  /** An output whose files are there now; a deck goes before what is made of its slides. */
  readonly read: (target: Target) => void
  /** Compares everything that was read with the course, and with its chapters as they were written; rejects when a file could not be read for a reason that is not its own. */
  readonly report: (written: readonly WrittenFile[]) => Promise<CoverageReport>
  /** Waits for what is being read. */
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

/** Reads the finished files back and compares them with the course. Nothing of the writers is used or believed. */
export function openVerification(course: Course, options: VerifyOptions): Verification {
  const units = expectedUnits(course)
  const observed: ArtifactObservation[] = []
  const {fonts = noFonts} = options
  let isAwaited = false
  let reading = Promise.resolve()
  let known: Promise<string> | undefined
  const base = () => (known ??= options.browser.version().then((version) => readingKey(course, version)))
  // In turn: each holds a whole book in memory.
  const readAfter = async (others: Promise<void>, target: Target) => {
    await others
    options.signal?.throwIfAborted()
    if (isAwaited) options.tell(observed.length)
    const {slides} = deckOf(observed, target.edition) ?? {}
    observed.push(await observeTarget(course, target, {...options, fonts, units, slides, base}))
  }
  return {
    read(target) {
      reading = readAfter(reading, target)
      // Who waits for the report is told.
      reading.catch(() => undefined)
    },
    async report(written) {
      isAwaited = true
      options.tell(observed.length)
      await reading
      return reportOn(course, observed, {...options, units, written})
    },
    async [Symbol.asyncDispose]() {
      await reading.catch(() => undefined)
    },
  }
}

interface ReportContext extends Pick<VerifyOptions, 'density' | 'folder'>, Pick<PdfSource, 'units'> {
  readonly written: readonly WrittenFile[]
}

async function reportOn(
  course: Course,
  observed: readonly ArtifactObservation[],
  {density, folder, units, written}: ReportContext,
): Promise<CoverageReport> {
  const artifacts = observed.map((one) => withPagePlaces(one, observed))
  const ledgers = new Map(editions.map((edition) => [edition, expectOnSlides(course, edition, density)]))
  const lectureStarts = course.lectures?.map(({from}) => from) ?? []
  const compared = compareUnits(units, artifacts, {ledgers, lectureStarts, words: publicWords(course)})
  const topics = coverTopics(course, units, artifacts)
  const site = await checkSite({folder, course, units, artifacts})
  const findings = [
    ...compared.findings,
    ...topicFindings(course, topics),
    ...site,
    ...checkWritten(withAccountedLines(written, units, compared), observed),
  ]
  return {...compared, findings, topics, objectives: coverObjectives(course)}
}

/** All outputs of a folder. */
export async function verifyOutputs(
  course: Course,
  {
    targets,
    written,
    ...options
  }: VerifyOptions & {readonly targets: readonly Target[]; readonly written: readonly WrittenFile[]},
): Promise<CoverageReport> {
  await using verification = openVerification(course, options)
  for (const target of targets) verification.read(target)
  return verification.report(written)
}

/** Two outputs against each other, once both were read. */
function withPagePlaces(one: ArtifactObservation, all: readonly ArtifactObservation[]): ArtifactObservation {
  if (one.target.output !== 'epub') return one
  return {...one, problems: [...one.problems, ...checkPagePlaces(all, one.target.edition)]}
}

interface ReadContext extends Pick<VerifyOptions, 'browser' | 'folder' | 'results'> {
  readonly fonts: ExpectedFonts
  readonly units: readonly ContentUnit[]
  readonly slides: PdfSource['slides']
  /** Names what the reading depends on besides the files. */
  readonly base: () => Promise<string>
}

async function observeTarget(course: Course, target: Target, context: ReadContext): Promise<ArtifactObservation> {
  const {base, folder, fonts, results, slides} = context
  const relative = artifactPath(course.slug, target)
  const location = path.join(folder, relative)
  const contents = await readFile(location).catch(() => undefined)
  if (!contents) {
    const problems = [{ruleId: 'artifact-opens' as const, reason: `缺少文件 / The file is missing: ${relative}`}]
    return {target, path: relative, observations: [], everything: '', problems}
  }
  const files =
    target.output === 'deck'
      ? await readFolder(path.dirname(location))
      : new Map([[relative, new Uint8Array(contents)]])
  return results.result(
    `${course.identifier} ${relative}`,
    async () => keyOf(await base(), files, [target, slides, fonts]),
    async () => {
      const value = await observeFiles(course, {target, location, path: relative, files}, context)
      // A machine that has too much to do may be what is wrong: it is looked at again.
      return {value, isLasting: value.problems.length === 0}
    },
  )
}

interface OutputFiles {
  readonly target: Target
  /** Below the output folder. */
  readonly path: string
  readonly location: string
  /** Of a deck all of its folder, else the one. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

async function observeFiles(
  course: Course,
  {files, location, path: relative, target}: OutputFiles,
  {browser, fonts, slides, units}: ReadContext,
): Promise<ArtifactObservation> {
  const contents = files.get(relative) ?? new Uint8Array()
  switch (target.output) {
    case 'deck': {
      const observation = await observeDeck(target, relative, {course, files, fonts, units})
      const look = await checkDeck(browser, location)
      const single = path.join(path.dirname(location), 'deck.html')
      const ofSingle = files.has('deck.html') ? (await checkDeck(browser, single)).problems : []
      const problems = [...observation.problems, ...look.problems, ...ofSingle]
      return {...observation, problems, density: look.density}
    }
    case 'epub':
      return observeEpub(target, relative, {browser, contents, course, units})
    case 'pdf':
    case 'slides':
    case 'handout':
      return observePdf(target, relative, {contents, course, fonts, units, slides})
    default:
      return target satisfies never
  }
}

async function readFolder(folder: string): Promise<Map<string, Uint8Array>> {
  const names = await readdir(folder, {recursive: true, withFileTypes: true})
  const files = names.filter((entry) => entry.isFile())
  const entries = await Promise.all(
    files.map(async (entry) => {
      const location = path.join(entry.parentPath, entry.name)
      return [path.relative(folder, location).split(path.sep).join('/'), await readFile(location)] as const
    }),
  )
  return new Map(entries)
}
