import path from 'node:path'
import type {Browser} from 'puppeteer'
import type {VFile} from 'vfile'
import {openCache, type Cache} from './cache/open-cache.ts'
import {reportProblem, type Problem} from './diagnostics/report-problem.ts'
import {collectDiagrams} from './diagrams/collect-diagrams.ts'
import {drawDiagrams, type DrawOptions} from './diagrams/draw-diagrams.ts'
import {checkLanguages} from './html/code/check-languages.ts'
import {createCourseHighlighter} from './html/code/create-highlighter.ts'
import {checkDrawings} from './html/image/check-drawings.ts'
import {collectFormulas} from './html/math/collect-formulas.ts'
import {createFormulas, formulaKey} from './html/math/create-formulas.ts'
import {slideSizes} from './model/slide-size.ts'
import type {Renderers} from './html/render-context.ts'
import type {Course} from './model/course.ts'
import type {Edition} from './model/output.ts'
import {selectEdition} from './model/select-edition.ts'
import {checkGlyphs} from './theme/check-glyphs.ts'
import {courseCharacters} from './theme/course-characters.ts'
import {createInkOn} from './theme/ink-on.ts'
import type {Theme} from './theme/load-theme.ts'
import {facesFor} from './theme/faces-for.ts'
import {subsetFonts, type SubsetFonts} from './theme/subset-fonts.ts'
import {localeFor, localeWords} from './locale/locale.ts'
import type {Buildable} from './compile-course.ts'

export interface WorkshopOptions {
  readonly cacheFolder: string
  /** Whether the deck is also written as one HTML file. */
  readonly hasSingleFile: boolean
  /** Seconds since 1970 from SOURCE_DATE_EPOCH; without it the course's date is the date of the files. */
  readonly sourceDateEpoch: number | undefined
  readonly progress: {readonly step: (stage: string) => void}
  readonly signal: AbortSignal
}

/** What rendering needs, made once for all outputs. */
export interface Workshop {
  readonly files: readonly VFile[]
  readonly browser: Browser
  readonly theme: Theme
  /** What each edition is made from; nothing that only the other has is in it. */
  readonly editions: Readonly<Record<Edition, EditionParts>>
  readonly hasSingleFile: boolean
  /** ISO 8601 instant that the files bear. */
  readonly modified: string
}

export interface EditionParts {
  readonly course: Course
  readonly renderers: Renderers
  /** For printing and measuring. */
  readonly truetype: SubsetFonts
  /** For the deck. */
  readonly woff2: () => Promise<SubsetFonts>
}

/** Fonts, formulas, highlighter and diagrams; what is wrong with them is reported at its place. */
export async function openWorkshop(
  {course, files, theme}: Buildable,
  browser: Browser,
  options: WorkshopOptions,
): Promise<Workshop> {
  options.progress.step('formulas, code, fonts')
  const cache = openCache(path.join(options.cacheFolder, 'results'))
  const told = new Set<string>()
  const tell = (file: VFile, problem: Problem) => tellOnce(told, file, problem)
  const context = {browser, cache, files, theme, tell, signal: options.signal}
  // In turn: a drawing of the students' is the teacher's as well, and what is wrong in both is reported once.
  const student = await openEdition(selectEdition(course, 'student'), 'student', context)
  const teacher = await openEdition(selectEdition(course, 'teacher'), 'teacher', {...context, drawn: student.course})
  checkGlyphs(files, [...new Set([...student.truetype.missing, ...teacher.truetype.missing])])
  const byPath = new Map(files.map((file) => [file.path, file]))
  checkLanguages(course, byPath)
  checkDrawings({...course, resources: new Map([...student.course.resources, ...teacher.course.resources])}, byPath)
  return {
    files,
    browser,
    theme,
    editions: {student, teacher},
    hasSingleFile: options.hasSingleFile,
    modified: modifiedOf(course, options.sourceDateEpoch),
  }
}

interface EditionContext {
  readonly browser: Browser
  readonly cache: Cache
  readonly files: readonly VFile[]
  readonly theme: Theme
  readonly signal: AbortSignal
  /** Reports a problem that no edition before has. */
  readonly tell: (file: VFile, problem: Problem) => void
  /** An edition whose drawings may serve. */
  readonly drawn?: Course
}

async function openEdition(course: Course, edition: Edition, context: EditionContext): Promise<EditionParts> {
  const {browser, cache, theme} = context
  const words = [
    ...localeWords(localeFor(course)),
    ...(edition === 'teacher' ? (course.lectures ?? []).map(({title}) => title) : []),
  ]
  const characters = courseCharacters(course, words)
  const faces = facesFor(course.language, theme.faces)
  const [formulas, highlight, truetype] = await Promise.all([
    renderFormulas(course, context),
    createCourseHighlighter(course),
    subsetFonts(faces, characters, {cache, format: 'truetype'}),
  ])
  return {
    course: await renderDiagrams(course, {browser, cache, fonts: truetype.faces, signal: context.signal}, context),
    renderers: {formulas, highlight, inkOn: createInkOn(theme.tokens)},
    truetype,
    woff2: () => subsetFonts(faces, characters, {cache, format: 'woff2'}),
  }
}

function tellOnce(told: Set<string>, file: VFile, problem: Problem): void {
  const key = JSON.stringify([file.path, problem])
  if (!told.has(key)) reportProblem(file, problem)
  told.add(key)
}

/** Formulas of all outputs; what does not parse is reported at each of its places. */
async function renderFormulas(course: Course, {files, signal, tell}: EditionContext): Promise<Renderers['formulas']> {
  const placed = [...collectFormulas(course)]
  const settings = {...course.math, widthOnSlide: formulaWidth(course)}
  const {errors, formulas} = await createFormulas(placed, settings, signal)
  for (const {formula, reason} of errors) {
    for (const {chapter, position, ...place} of placed) {
      if (formulaKey(place) !== formulaKey(formula)) continue
      const file = fileOf(files, chapter.sourcePath)
      const message = `公式 \`${formula.tex}\` 有错 / Cannot read the formula: ${reason}`
      if (file) tell(file, {ruleId: 'math-renders', reason: message, place: position})
    }
  }
  return formulas
}

/** In em: what the sides of a slide and the number leave a formula, which is 32 px tall there. */
const formulaWidth = ({slideSize}: Course) => (slideSizes[slideSize].width - 2 * 72 - 100) / 32

/** The course with its diagrams drawn; what cannot be drawn is reported at each of its places. */
async function renderDiagrams(
  course: Course,
  options: DrawOptions,
  {drawn, files, tell}: EditionContext,
): Promise<Course> {
  const placed = collectDiagrams(course)
  if (placed.length === 0) return course
  const keys = new Set(placed.map(({figure}) => figure.resource))
  const known = new Map([...(drawn?.resources ?? [])].filter(([key]) => keys.has(key)))
  const distinct = new Map(placed.map(({figure}) => [figure.resource, figure.diagram]))
  for (const key of known.keys()) distinct.delete(key)
  const {errors, resources} = await drawDiagrams(distinct, options)
  for (const {chapter, figure} of placed) {
    const file = fileOf(files, chapter.sourcePath)
    const error = errors.get(figure.resource)
    const reason = `画不出这张 ${figure.diagram.language} 图 / Cannot draw the diagram: ${error}`
    if (file && error !== undefined) tell(file, {ruleId: 'diagram-renders', reason, place: figure.position})
  }
  return {...course, resources: new Map([...course.resources, ...known, ...resources])}
}

/** `CCYY-MM-DDThh:mm:ssZ`, never from the clock: the same input gives the same bytes. */
function modifiedOf(course: Course, sourceDateEpoch: number | undefined): string {
  if (sourceDateEpoch === undefined) return `${course.date}T00:00:00Z`
  return new Date(sourceDateEpoch * 1000).toISOString().replace(/\.\d+Z$/u, 'Z')
}

const fileOf = (files: readonly VFile[], sourcePath: string) => files.find((file) => file.path === sourcePath)
