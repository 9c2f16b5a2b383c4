import path from 'node:path'
import type {Browser} from 'puppeteer'
import type {VFile} from 'vfile'
import {projectBook} from './book/project-book.ts'
import {openBrowser} from './browser/open-browser.ts'
import {withPage} from './browser/with-page.ts'
import {openCache} from './cache/open-cache.ts'
import {compileCourse, type Compiled} from './compile-course.ts'
import {renderReport} from './coverage/report/render-report.ts'
import {verifyOutputs} from './coverage/verify-outputs.ts'
import {reportProblem} from './diagnostics/report-problem.ts'
import {reportUnusedSuppressions} from './diagnostics/report-unused-suppressions.ts'
import type {RuleId} from './diagnostics/rules.ts'
import {collectDiagrams} from './diagrams/collect-diagrams.ts'
import {drawDiagrams, type DrawOptions} from './diagrams/draw-diagrams.ts'
import {renderEpub} from './epub/render-epub.ts'
import {checkLanguages} from './html/code/check-languages.ts'
import {createCourseHighlighter} from './html/code/create-highlighter.ts'
import {collectFormulas} from './html/math/collect-formulas.ts'
import {createFormulas, formulaKey, type MathSettings} from './html/math/create-formulas.ts'
import type {Renderers} from './html/render-context.ts'
import {checkLinks} from './links/check-links.ts'
import type {Artifact} from './model/artifact.ts'
import {toString} from 'mdast-util-to-string'
import type {Chapter, Course} from './model/course.ts'
import {phrasingOf} from './model/walk.ts'
import type {CoverageReport} from './model/coverage.ts'
import type {Deck, Slide} from './model/deck.ts'
import {editions, outputs, type Edition, type Output, type Target} from './model/output.ts'
import {openStaging} from './output/open-staging.ts'
import {printBook, printDocument} from './pdf/print.ts'
import {renderBookHtml} from './pdf/render-book-html.ts'
import {renderHandoutHtml} from './pdf/render-handout-html.ts'
import {renderSlidesHtml} from './pdf/render-slides-html.ts'
import {renderMeasurePage} from './reveal/measure-page.ts'
import {measureSlides} from './reveal/measure-slides.ts'
import {renderDeck} from './reveal/render-deck.ts'
import {renderSite} from './site/render-site.ts'
import {projectDeck} from './slides/project-deck.ts'
import {checkGlyphs} from './theme/check-glyphs.ts'
import {courseCharacters} from './theme/course-characters.ts'
import {loadReveal} from './theme/load-reveal.ts'
import {loadTheme, type Theme} from './theme/load-theme.ts'
import {subsetFonts, type SubsetFonts} from './theme/subset-fonts.ts'
import {localeFor, localeWords} from './locale/locale.ts'

export interface BuildOptions {
  /** The course folder: the one that holds `course.yml`. */
  readonly folder: string
  readonly out: string
  readonly only: readonly Output[]
  readonly editions: readonly Edition[]
  /** Path of a browser; empty for the embedded one. */
  readonly browser: string
  /** Whether external links are asked for. */
  readonly checksLinks: boolean
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
  /** For verbose output. */
  readonly log: (message: string) => void
}

export interface BuildResult {
  /** `course.yml`, every chapter and what they include, with their diagnostics. */
  readonly files: readonly VFile[]
  /** Absent when the course could not be built. */
  readonly report?: CoverageReport
  /** What stands in the output folder now; empty when nothing was moved there. */
  readonly artifacts: readonly Artifact[]
  /** Where the rejected output was put; empty when there is none. */
  readonly rejected: string
}

/** Builds a course: sources to finished files, and those read back and compared before they are moved into place. */
export async function buildCourse(options: BuildOptions): Promise<BuildResult> {
  const {progress, signal} = options
  const compiled = await compileCourse(options)
  if (!compiled.course || hasErrors(compiled.files)) return {files: compiled.files, artifacts: [], rejected: ''}
  const {course} = compiled
  await askForLinks(course, compiled.files, options)

  await using browser = await launch(options)
  signal.throwIfAborted()
  const workshop = await openWorkshop({...compiled, course}, browser, options)
  if (hasErrors(compiled.files)) return {files: compiled.files, artifacts: [], rejected: ''}

  const targets = targetsOf(course, options)
  const decks = await projectDecks(targets, workshop)
  if (hasErrors(compiled.files)) return {files: compiled.files, artifacts: [], rejected: ''}

  const artifacts: Artifact[] = []
  for (const [index, target] of targets.entries()) {
    signal.throwIfAborted()
    progress.step(`${target.output} ${target.edition}`, index, targets.length)
    // In turn: they share one browser and two cores.
    // oxlint-disable-next-line no-await-in-loop
    artifacts.push(await renderTarget(target, decks, workshop))
  }

  await using staging = await openStaging(options.out)
  await staging.write([...artifacts, renderSite(course, artifacts, workshop.theme)])
  progress.step('verify')
  const report = await verifyOutputs(course, {folder: staging.folder, targets, browser})
  signal.throwIfAborted()
  await staging.write([renderReport(course, report, workshop.theme.styles.site)])
  reportFindings(report, compiled.files)
  for (const file of compiled.files) reportUnusedSuppressions(file)
  if (report.findings.length > 0) {
    return {files: compiled.files, report, artifacts: [], rejected: await staging.reject()}
  }
  await staging.publish(isComplete(options) ? 'everything' : 'written')
  return {files: compiled.files, report, artifacts, rejected: ''}
}

/** All diagnostics of a course, also those that need the browser, and no files. */
export async function checkCourse(options: BuildOptions): Promise<readonly VFile[]> {
  const compiled = await compileCourse(options)
  if (!compiled.course || hasErrors(compiled.files)) return compiled.files
  await askForLinks(compiled.course, compiled.files, options)
  await using browser = await launch(options)
  const workshop = await openWorkshop({...compiled, course: compiled.course}, browser, options)
  await projectDecks(targetsOf(compiled.course, options), workshop)
  for (const file of compiled.files) reportUnusedSuppressions(file)
  return compiled.files
}

/** Reads back the files that stand in the output folder; builds nothing. */
export async function verifyCourse(options: BuildOptions): Promise<BuildResult> {
  const {course, files} = await compileCourse(options)
  if (!course || hasErrors(files)) return {files, artifacts: [], rejected: ''}
  await using browser = await launch(options)
  options.progress.step('verify')
  const report = await verifyOutputs(course, {folder: options.out, targets: targetsOf(course, options), browser})
  reportFindings(report, files)
  return {files, report, artifacts: [], rejected: ''}
}

async function askForLinks(course: Course, files: readonly VFile[], options: BuildOptions): Promise<void> {
  if (!options.checksLinks) return
  const progress = (done: number, total: number) => options.progress.step('links', done, total)
  await checkLinks(course, {files: new Map(files.map((file) => [file.path, file])), signal: options.signal, progress})
}

/** What rendering needs, made once for all outputs. */
interface Workshop {
  readonly course: Course
  readonly files: readonly VFile[]
  readonly browser: Browser
  readonly renderers: Renderers
  readonly theme: Theme
  /** For printing and measuring. */
  readonly truetype: SubsetFonts
  /** For the deck. */
  readonly woff2: () => Promise<SubsetFonts>
  readonly hasSingleFile: boolean
  /** ISO 8601 instant that the files bear. */
  readonly modified: string
}

async function openWorkshop(
  {course, files, math, texts, themeName}: Compiled & {course: Course},
  browser: Browser,
  options: BuildOptions,
): Promise<Workshop> {
  options.progress.step('formulas, code, fonts')
  const cache = openCache(path.join(options.cacheFolder, 'results'))
  const theme = await loadTheme(themeName)
  const locale = localeFor(course)
  // Of the bibliography only what is cited is shown.
  const words = [
    ...localeWords(locale),
    ...course.chapters.flatMap((chapter) => wordsIn(chapter)),
    ...headWords(course),
  ]
  const characters = courseCharacters(texts, course.resources.values(), words)
  const [formulas, highlight, truetype] = await Promise.all([
    renderFormulas(course, files, math),
    createCourseHighlighter(course),
    subsetFonts(theme.faces, characters, {cache, format: 'truetype'}),
  ])
  const drawn = await renderDiagrams(course, files, {browser, cache, fonts: truetype.faces})
  checkGlyphs(files, truetype.missing)
  checkLanguages(course, new Map(files.map((file) => [file.path, file])))
  return {
    course: drawn,
    files,
    browser,
    renderers: {formulas, highlight},
    theme,
    truetype,
    woff2: () => subsetFonts(theme.faces, characters, {cache, format: 'woff2'}),
    hasSingleFile: options.hasSingleFile,
    modified: modifiedOf(course, options.sourceDateEpoch),
  }
}

/** Formulas of all outputs; what does not parse is reported at each of its places. */
async function renderFormulas(
  course: Course,
  files: readonly VFile[],
  settings: MathSettings,
): Promise<Renderers['formulas']> {
  const placed = [...collectFormulas(course)]
  const {errors, formulas} = await createFormulas(placed, settings)
  for (const {formula, reason} of errors) {
    for (const {chapter, position, ...place} of placed) {
      if (formulaKey(place) !== formulaKey(formula)) continue
      const file = fileOf(files, chapter.sourcePath)
      const message = `公式 \`${formula.tex}\` 有错 / Cannot read the formula: ${reason}`
      if (file) reportProblem(file, {ruleId: 'math-renders', reason: message, place: position})
    }
  }
  return formulas
}

/** The course with its diagrams drawn; what cannot be drawn is reported at each of its places. */
async function renderDiagrams(course: Course, files: readonly VFile[], options: DrawOptions): Promise<Course> {
  const placed = collectDiagrams(course)
  if (placed.length === 0) return course
  const distinct = new Map(placed.map(({figure}) => [figure.resource, figure.diagram]))
  const {errors, resources} = await drawDiagrams(distinct, options)
  for (const {chapter, figure} of placed) {
    const file = fileOf(files, chapter.sourcePath)
    const error = errors.get(figure.resource)
    const reason = `画不出这张 ${figure.diagram.language} 图 / Cannot draw the diagram: ${error}`
    if (file && error !== undefined) reportProblem(file, {ruleId: 'diagram-renders', reason, place: figure.position})
  }
  return {...course, resources: new Map([...course.resources, ...resources])}
}

async function projectDecks(targets: readonly Target[], workshop: Workshop): Promise<ReadonlyMap<Edition, Deck>> {
  const {browser, course, files, renderers, theme, truetype} = workshop
  const measure = (slides: readonly Slide[]) => {
    const source = renderMeasurePage(slides, course, {theme, fonts: truetype.faces, renderers})
    return withPage(browser, source, (page) => measureSlides(page))
  }
  const byPath = new Map(files.map((file) => [file.path, file]))
  const decks = new Map<Edition, Deck>()
  for (const edition of editions) {
    if (!targets.some((target) => target.edition === edition && target.output !== 'epub' && target.output !== 'pdf'))
      continue
    // oxlint-disable-next-line no-await-in-loop
    decks.set(edition, await projectDeck(course, edition, {files: byPath, measure}))
  }
  return decks
}

async function renderTarget(
  target: Target,
  decks: ReadonlyMap<Edition, Deck>,
  {browser, course, hasSingleFile, modified, renderers, theme, truetype, woff2}: Workshop,
): Promise<Artifact> {
  const print = {theme, fonts: truetype.faces, renderers}
  const deck = decks.get(target.edition) ?? {edition: target.edition, slides: []}
  switch (target.output) {
    case 'deck': {
      const assets = {theme, fonts: (await woff2()).faces, reveal: await loadReveal()}
      return renderDeck(deck, course, {assets, renderers, hasSingleFile})
    }
    case 'epub':
      return renderEpub(projectBook(course, target), course, {theme, renderers, modified})
    case 'pdf':
      return pdfArtifact(
        course,
        target,
        await printBook(renderBookHtml(projectBook(course, target), course, print), {browser, modified}),
      )
    case 'slides':
      return pdfArtifact(
        course,
        target,
        await printDocument(renderSlidesHtml(deck, course, print), {browser, modified}),
      )
    case 'handout':
      return pdfArtifact(
        course,
        target,
        await printDocument(renderHandoutHtml(deck, course, print), {browser, modified}),
      )
    default:
      return target.output satisfies never
  }
}

function pdfArtifact(course: Course, target: Target, contents: Uint8Array): Artifact {
  const suffix = target.output === 'pdf' ? '' : `-${target.output}`
  const file = `${target.edition === 'teacher' ? 'teacher/' : ''}${course.slug}${suffix}.pdf`
  return {target, entry: file, files: [{path: file, contents}]}
}

function targetsOf(course: Course, {editions: wanted, only}: BuildOptions): Target[] {
  return wanted.flatMap((edition) =>
    outputs
      .filter((output) => only.includes(output) && course.editions[edition].includes(output))
      .map((output) => ({output, edition})),
  )
}

const isComplete = (options: BuildOptions) =>
  outputs.every((output) => options.only.includes(output)) &&
  editions.every((edition) => options.editions.includes(edition))

/** The one browser of a run. An interrupt closes it at once, so that whatever waits for it fails and is cleaned up. */
async function launch({browser: executable, cacheFolder, progress, signal}: BuildOptions): Promise<Browser> {
  progress.step('browser')
  const browser = await openBrowser({executable, cacheFolder, log: progress.log})
  signal.addEventListener('abort', () => void browser.close())
  return browser
}

/** `CCYY-MM-DDThh:mm:ssZ`, never from the clock: the same input gives the same bytes. */
function modifiedOf(course: Course, sourceDateEpoch: number | undefined): string {
  if (sourceDateEpoch === undefined) return `${course.date}T00:00:00Z`
  return new Date(sourceDateEpoch * 1000).toISOString().replace(/\.\d+Z$/u, 'Z')
}

function reportFindings(report: CoverageReport, files: readonly VFile[]): void {
  for (const finding of report.findings) {
    const file = fileOf(files, finding.sourcePath) ?? files[0]
    if (!file) continue
    const place = finding.line > 0 ? {line: finding.line, column: 1} : undefined
    const reason = `${finding.artifact}: ${finding.reason}`
    reportProblem(file, {ruleId: finding.ruleId as RuleId, reason, place})
  }
}

/** What lectern itself put into a chapter, and its title. */
const wordsIn = (chapter: Chapter) => [
  toString([...chapter.title]),
  ...Array.from(phrasingOf(chapter), ({node}) => toString(node)),
]
const headWords = ({authors, description, license, subtitle, title}: Course) => [
  title,
  subtitle,
  description,
  license.name,
  ...authors,
]
const fileOf = (files: readonly VFile[], sourcePath: string) => files.find((file) => file.path === sourcePath)
const hasErrors = (files: readonly VFile[]) => files.some((file) => file.messages.some((message) => message.fatal))
