import path from 'node:path'
import type {VFile} from 'vfile'
import {openBrowser, type BrowserSession} from './browser/open-browser.ts'
import {withPage} from './browser/with-page.ts'
import {openCacheFolder, type CacheFolder} from './cache/open-cache-folder.ts'
import {openLastResults} from './cache/open-last-results.ts'
import {compileCourse, hasErrors, isBuildable} from './compile-course.ts'
import {renderReport} from './coverage/report/render-report.ts'
import {renderUnverified} from './coverage/report/render-unverified.ts'
import {isVerifiedOutput, readTrace, trace, type TracedUnit, type TraceQuery} from './coverage/trace.ts'
import {openVerification, verifyOutputs} from './coverage/verify-outputs.ts'
import type {JudgeAddress} from './remote/is-public-address.ts'
import {reportProblem} from './diagnostics/report-problem.ts'
import {reportUnusedSuppressions} from './diagnostics/report-unused-suppressions.ts'
import {isRefusal, type RuleId} from './diagnostics/rules.ts'
import {checkLinks} from './links/check-links.ts'
import type {Artifact, WrittenArtifact} from './model/artifact.ts'
import type {Course} from './model/course.ts'
import {noLastResults} from './model/last-results.ts'
import type {CoverageReport} from './model/coverage.ts'
import type {Deck, Slide} from './model/deck.ts'
import {editions, outputs, targetName, type Edition, type Output, type Target} from './model/output.ts'
import type {TellPart} from './model/progress.ts'
import {assertApart, assertOwnOutput, assertUnchanged} from './output/assert-own-output.ts'
import {openStaging} from './output/open-staging.ts'
import {recoverOutput} from './output/recover-output.ts'
import {renderMeasurePage} from './reveal/measure/measure-page.ts'
import {measureSlides} from './reveal/measure/measure-slides.ts'
import {renderSite} from './site/render-site.ts'
import {projectDeck} from './slides/project-deck.ts'
import {openWorkshop, type Workshop} from './open-workshop.ts'
import {renderTarget} from './render-target.ts'
import {expectedFonts} from './theme/expected-fonts.ts'
import {stoppable} from './stoppable.ts'
import {writtenFiles} from './written-files.ts'

export type {TracedUnit, TraceQuery} from './coverage/trace.ts'
export {isPublicAddress} from './remote/is-public-address.ts'
export {diffCourse, type DiffResult} from './diff-course.ts'

export interface BuildOptions {
  /** The course folder: the one that holds `course.yml`. */
  readonly folder: string
  readonly out: string
  readonly only: readonly Output[]
  readonly editions: readonly Edition[]
  /** Path of a browser; empty for the embedded one. */
  readonly browser: string
  /** Whether any error keeps the result from its place, and not only what must never be published. */
  readonly isStrict: boolean
  /** Whether external links are asked for. */
  readonly checksLinks: boolean
  /** Downloads images of the web from addresses that this allows; without it none are asked for. */
  readonly mayConnectTo?: JudgeAddress
  /** Whether the finished files are read back; without it nothing is known of them, and the report says so. */
  readonly verifies: boolean
  /** Whether the deck is also written as one HTML file. */
  readonly hasSingleFile: boolean
  readonly cacheFolder: string
  /** Seconds since 1970 from SOURCE_DATE_EPOCH; without it the course's date is the date of the files. */
  readonly sourceDateEpoch: number | undefined
  readonly signal: AbortSignal
  readonly progress: Progress
}

export interface Progress {
  /** A stage begins, or is at `done` of `total`. */
  readonly step: (stage: string, done?: number, total?: number) => void
  /** Where the stage is that began last. */
  readonly part: TellPart
  /** For verbose output. */
  readonly log: (message: string) => void
  /** What must be known of the machine, whatever else is shown. */
  readonly warn: (message: string) => void
}

export interface BuildResult {
  /** `course.yml`, every chapter and what they include, with their diagnostics. */
  readonly files: readonly VFile[]
  /** Absent when the course could not be built. */
  readonly report?: CoverageReport
  /** What stands in the output folder now; empty when nothing was moved there. */
  readonly artifacts: readonly WrittenArtifact[]
  /** Where the rejected output was put; empty when there is none. */
  readonly rejected: string
  /** Present where files were moved into place that nobody read back. */
  readonly isUnverified?: true
}

/** Builds a course: sources to finished files, and those read back and compared before they are moved into place. */
export async function buildCourse(asked: BuildOptions): Promise<BuildResult> {
  const options = stoppable(asked)
  const {progress, signal} = options
  await assertApart(options.out, options.folder)
  await recoverOutput(options.out)
  await using cache = await openCache(options)
  const compiled = await compileCourse({...options, cacheFolder: cache.folder})
  const {files} = compiled
  const nothing = {files, artifacts: [], rejected: ''}
  const isHopeless = () => options.isStrict && hasErrors(files)
  if (!isBuildable(compiled) || isHopeless()) return nothing
  const {course} = compiled
  await assertReplaceable(course, options)
  await askForLinks(course, files, options)

  await using browser = await launch(options, cache)
  const workshop = await openWorkshop(compiled, browser, {...options, cacheFolder: cache.folder})
  const targets = targetsOf(course, options)
  const decks = await projectDecks(targets, workshop)
  if (isHopeless()) return nothing

  await using staging = await openStaging(options.out, course.identifier)
  const {verifies} = options
  const {density, styles} = workshop.theme
  const fonts = expectedFonts(workshop.theme, course.language, workshop.otherFaces)
  const tell = (done: number) => progress.step('verify', done, targets.length)
  const results = openLastResults(path.join(cache.folder, 'verified'))
  await using verification = openVerification(workshop.course, {
    folder: staging.folder,
    browser,
    density,
    fonts,
    tell,
    results,
    signal,
  })
  const artifacts: WrittenArtifact[] = []
  for await (const artifact of renderTargets({decks, targets, workshop}, options)) {
    artifacts.push(await staging.write(artifact))
    if (verifies && typeof artifact.target === 'object') verification.read(artifact.target)
  }
  await staging.write(
    renderSite(workshop.editions.student.course, artifacts, {theme: workshop.theme, isVerified: verifies}),
  )
  if (!verifies) {
    await staging.write(renderUnverified(workshop.course, targets, styles.site))
    await staging.publish(isComplete(options) ? 'everything' : 'written')
    return {...nothing, artifacts, isUnverified: true}
  }
  const report = await verification.report(writtenFiles(compiled.written))
  signal.throwIfAborted()
  await staging.write(renderReport(workshop.course, report, styles.site))
  reportFindings(report, files)
  for (const file of files) reportUnusedSuppressions(file)
  if (isHopeless() || hasRefusals(files)) return {...nothing, report, rejected: await staging.reject()}
  await staging.publish(await scopeOf(options))
  return {...nothing, report, artifacts}
}

/** Throws a `UsageError` before anybody waits for a build that cannot be put into its place. */
async function assertReplaceable(course: Course, options: BuildOptions): Promise<void> {
  await assertOwnOutput(options.out, course.identifier)
  if (isComplete(options)) await assertUnchanged(options.out)
}

interface RenderPlan {
  readonly decks: ReadonlyMap<Edition, Deck>
  readonly targets: readonly Target[]
  readonly workshop: Workshop
}

/** The outputs in turn: they share one browser and two cores. While one is printed, the one before it is read back. */
async function* renderTargets(
  {decks, targets, workshop}: RenderPlan,
  {progress, signal}: BuildOptions,
): AsyncGenerator<Artifact> {
  const state = {decks, targets, books: new Map(), tell: progress.part}
  for (const [index, target] of targets.entries()) {
    signal.throwIfAborted()
    progress.step(`${targetName(target)} ${target.edition}`, index, targets.length)
    yield renderTarget(target, state, workshop)
  }
}

/** Whether a result must not be published, whatever the course allows. */
const hasRefusals = (files: readonly VFile[]) =>
  files.some((file) => file.messages.some(({fatal, ruleId}) => fatal && isRefusal(ruleId)))

/** All diagnostics of a course, also those that need the browser, and no files. */
export async function checkCourse(asked: BuildOptions): Promise<readonly VFile[]> {
  const options = stoppable(asked)
  await using cache = await openCache(options)
  const compiled = await compileCourse({...options, cacheFolder: cache.folder})
  if (!isBuildable(compiled)) return compiled.files
  await askForLinks(compiled.course, compiled.files, options)
  await using browser = await launch(options, cache)
  const workshop = await openWorkshop(compiled, browser, {...options, cacheFolder: cache.folder})
  await projectDecks(targetsOf(compiled.course, options), workshop)
  for (const file of compiled.files) reportUnusedSuppressions(file)
  return compiled.files
}

/** Reads back the files that stand in the output folder; builds nothing. */
export async function verifyCourse(asked: BuildOptions): Promise<BuildResult> {
  const options = stoppable(asked)
  await recoverOutput(options.out)
  await using cache = await openCache(options)
  const compiled = await compileCourse({...options, cacheFolder: cache.folder})
  const {files} = compiled
  if (!isBuildable(compiled)) return {files, artifacts: [], rejected: ''}
  await using browser = await launch(options, cache)
  const {course, otherFaces, theme} = await openWorkshop(compiled, browser, {
    ...options,
    cacheFolder: cache.folder,
  })
  const targets = targetsOf(course, options)
  const report = await verifyOutputs(course, {
    folder: options.out,
    targets,
    written: writtenFiles(compiled.written),
    browser,
    density: theme.density,
    fonts: expectedFonts(theme, course.language, otherFaces),
    // Asked for by name: everything is read.
    results: noLastResults,
    signal: options.signal,
    tell: (done) => options.progress.step('verify', done, targets.length),
  })
  reportFindings(report, files)
  return {files, report, artifacts: [], rejected: ''}
}

/** Where a line went in the finished files of `out`, or what stands on a page or slide of them; reads what they were verified as. */
export async function traceOutputs(out: string, query: TraceQuery): Promise<TracedUnit[]> {
  return trace(await readTrace(out), query)
}

async function askForLinks(course: Course, files: readonly VFile[], options: BuildOptions): Promise<void> {
  if (!options.checksLinks) return
  const progress = (done: number, total: number) => options.progress.step('links', done, total)
  await checkLinks(course, {files: new Map(files.map((file) => [file.path, file])), signal: options.signal, progress})
}

async function projectDecks(targets: readonly Target[], workshop: Workshop): Promise<ReadonlyMap<Edition, Deck>> {
  const {browser, files, theme} = workshop
  const byPath = new Map(files.map((file) => [file.path, file]))
  const decks = new Map<Edition, Deck>()
  for (const edition of editions) {
    if (!targets.some((target) => target.edition === edition && target.output !== 'epub' && target.output !== 'pdf'))
      continue
    const {course, renderers, truetype} = workshop.editions[edition]
    const measure = (slides: readonly Slide[]) => {
      const source = renderMeasurePage(slides, course, {theme, fonts: truetype.faces, renderers})
      return withPage(browser, source, (page) => measureSlides(page, theme.sizes))
    }
    // oxlint-disable-next-line no-await-in-loop
    decks.set(edition, await projectDeck(course, edition, {density: theme.density, files: byPath, measure}))
  }
  return decks
}

function targetsOf(course: Course, {editions: wanted, only}: BuildOptions): Target[] {
  return wanted.flatMap((edition) =>
    outputs
      .filter((output) => only.includes(output) && course.editions[edition].includes(output))
      .flatMap((output): Target[] =>
        output === 'handout' ? course.handouts.map((layout) => ({output, edition, layout})) : [{output, edition}],
      ),
  )
}

const isComplete = (options: BuildOptions) =>
  outputs.every((output) => options.only.includes(output)) &&
  editions.every((edition) => options.editions.includes(edition))

/** Of what is moved into place: a home page that says that nothing is verified has had its day. */
async function scopeOf(options: BuildOptions): Promise<'everything' | 'some' | 'written'> {
  if (isComplete(options)) return 'everything'
  return (await isVerifiedOutput(options.out)) ? 'some' : 'written'
}

async function openCache({cacheFolder, progress}: BuildOptions): Promise<CacheFolder> {
  const cache = await openCacheFolder(cacheFolder)
  if (cache.unusable) {
    const slower = '这次慢一些 / This run is slower'
    progress.warn(`缓存不能用 / The cache cannot be used: ${cacheFolder}: ${cache.unusable}. ${slower}`)
  }
  return cache
}

/** The one browser of a run. An interrupt ends it at once, so that whatever waits for it fails and is cleaned up. */
function launch({browser, progress, signal}: BuildOptions, {folder}: CacheFolder): Promise<BrowserSession> {
  progress.step('browser')
  const {log, warn} = progress
  return openBrowser({executable: browser, cacheFolder: folder, signal, log, warn})
}

function reportFindings(report: CoverageReport, files: readonly VFile[]): void {
  for (const finding of report.findings) {
    const file = fileOf(files, finding.sourcePath) ?? files[0]
    if (!file) continue
    const place = finding.line > 0 ? {line: finding.line, column: 1} : undefined
    const reason = `${finding.artifact}: ${finding.reason}`
    reportProblem(file, {ruleId: finding.ruleId as RuleId, reason, place, hint: finding.hint})
  }
}

const fileOf = (files: readonly VFile[], sourcePath: string) => files.find((file) => file.path === sourcePath)
