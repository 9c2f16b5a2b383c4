import path from 'node:path'
import type {Point, Position} from 'unist'
import type {Pages} from './browser/open-browser.ts'
import type {VFile} from 'vfile'
import {openCache, type Cache} from './cache/open-cache.ts'
import {fileAt} from './diagnostics/file-at.ts'
import {reportProblem} from './diagnostics/report-problem.ts'
import {collectDiagrams} from './diagrams/collect-diagrams.ts'
import {drawDiagrams} from './diagrams/draw-diagrams.ts'
import {checkLanguages} from './html/code/check-languages.ts'
import {createCourseHighlighter} from './html/code/create-highlighter.ts'
import {checkDrawings} from './html/image/check-drawings.ts'
import {safeDrawing} from './html/image/safe-drawing.ts'
import {collectFormulas} from './model/collect-formulas.ts'
import {createFormulas, formulaKey} from './html/math/create-formulas.ts'
import {slideSizes} from './model/slide-size.ts'
import type {Renderers} from './html/render-context.ts'
import type {Course, Resource} from './model/course.ts'
import type {Edition} from './model/output.ts'
import {selectEdition} from './model/select-edition.ts'
import {keepDiagramsAsText} from './settle/keep-diagrams-as-text.ts'
import {keepFormulasAsText, type IsFailed} from './settle/keep-formulas-as-text.ts'
import {replaceCharacters} from './settle/replace-characters.ts'
import {checkGlyphs} from './theme/check-glyphs.ts'
import {createInkOn} from './theme/ink-on.ts'
import type {Theme} from './theme/load-theme.ts'
import type {ThemeFace} from './theme/theme-face.ts'
import {resolveToken} from './theme/tokens.ts'
import type {Buildable} from './compile-course.ts'
import {subsetEditions, type EditionFonts} from './subset-editions.ts'

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
  /** The whole course as it is shown; drawings are with the editions. */
  readonly course: Course
  readonly files: readonly VFile[]
  readonly browser: Pages
  readonly theme: Theme
  /** What each edition is made from; nothing that only the other has is in it. */
  readonly editions: Readonly<Record<Edition, EditionParts>>
  /** That the course is set in beside those of the theme. */
  readonly otherFaces: readonly ThemeFace[]
  readonly hasSingleFile: boolean
  /** ISO 8601 instant that the files bear. */
  readonly modified: string
}

export interface EditionParts extends EditionFonts {
  readonly course: Course
  readonly renderers: Renderers
}

/**
 * Fonts, formulas, highlighter and diagrams. What is wrong with them is reported at its place, and the course of the workshop has the
 * nearest faithful text in place of what cannot be shown: all that follows, and the reading back, goes by that course.
 */
export async function openWorkshop(
  {course: given, files, theme: asked}: Buildable,
  browser: Pages,
  options: WorkshopOptions,
): Promise<Workshop> {
  options.progress.step('formulas, code, fonts')
  const cache = openCache(path.join(options.cacheFolder, 'results'))
  const context = {browser, cache, files, signal: options.signal}
  const {course: typeset, formulas} = await typesetFormulas(given, context)
  const {fonts, theme} = await subsetEditions(typeset, {...context, theme: asked})
  const missing = [...new Set(Object.values(fonts).flatMap(({truetype}) => truetype.missing))]
  checkGlyphs(files, missing)
  const {course, drawings} = await renderDiagrams(replaceCharacters(typeset, new Set(missing)), fonts, {
    ...context,
    theme,
  })
  const byPath = new Map(files.map((file) => [file.path, file]))
  checkLanguages(course, byPath)
  checkDrawings(withResources(course, [...drawings.student, ...drawings.teacher]), byPath)
  const renderers = {formulas, highlight: await createCourseHighlighter(course), inkOn: createInkOn(theme.tokens)}
  const partsOf = (edition: Edition): EditionParts => ({
    course: withResources(selectEdition(course, edition), drawings[edition]),
    renderers,
    ...fonts[edition],
  })
  return {
    course,
    files,
    browser,
    theme,
    editions: {student: partsOf('student'), teacher: partsOf('teacher')},
    otherFaces: [...fonts.student.truetype.others, ...fonts.teacher.truetype.others],
    hasSingleFile: options.hasSingleFile,
    modified: modifiedOf(course, options.sourceDateEpoch),
  }
}

interface WorkContext {
  readonly browser: Pages
  readonly cache: Cache
  readonly files: readonly VFile[]
  readonly signal: AbortSignal
}

interface Typeset {
  /** Without the formulas that could not be read. */
  readonly course: Course
  readonly formulas: Renderers['formulas']
}

/** Formulas of all outputs; what does not parse is reported at each of its places. */
async function typesetFormulas(course: Course, {files, signal}: WorkContext): Promise<Typeset> {
  const placed = [...collectFormulas(course)]
  const settings = {...course.math, widthOnSlide: formulaWidth(course)}
  const {errors, formulas} = await createFormulas(placed, settings, signal)
  const reasons = new Map(errors.map(({formula, reason}) => [formulaKey(formula), reason]))
  for (const {chapter, position, ...formula} of placed) {
    const reason = reasons.get(formulaKey(formula))
    const file = fileOf(files, chapter.sourcePath)
    if (reason === undefined || !file) continue
    const message = `公式 \`${formula.tex}\` 有错 / Cannot read the formula: ${reason}`
    reportProblem(file, {ruleId: 'math-renders', reason: message, place: placeOfMistake(file, position, reason)})
  }
  for (const {chapter, position, ...formula} of placed) {
    const {dropped = []} = formulas.get(formulaKey(formula)) ?? {}
    const file = dropped.length > 0 ? fileOf(files, chapter.sourcePath) : undefined
    const named = [...new Set(dropped)].join('`, `')
    const reason = `公式里的 \`${named}\` 不会输出 / Unexpected \`${named}\` in a formula: it is left out`
    if (file)
      reportProblem(file, {
        ruleId: 'html-is-safe',
        reason,
        place: position,
        hint: '去掉它；链接写在正文里 / take it out, and put links into the text',
      })
  }
  const isFailed: IsFailed = (tex, display) => reasons.has(formulaKey({tex, display}))
  return {course: reasons.size > 0 ? keepFormulasAsText(course, isFailed) : course, formulas}
}

/** The line of a formula that has the command which an error names; the formula, where it names none. */
function placeOfMistake(file: VFile, position: Position | undefined, reason: string): Position | Point | undefined {
  const [command] = /\\[A-Za-z]+/u.exec(reason) ?? []
  if (!position || command === undefined) return position
  const own = fileAt(file, position.start.line)
  const lines = String(own.file).split('\n')
  for (let line = position.start.line; line <= position.end.line; line++) {
    const at = (lines[line - position.start.line + own.line - 1] ?? '').indexOf(command)
    if (at >= 0 && line > position.start.line) return {line, column: at + 1}
    if (at >= position.start.column - 1) return {line, column: at + 1}
  }
  return position
}

/** In em: what the sides of a slide and the number leave a formula, which is 32 px tall there. */
const formulaWidth = ({slideSize}: Course) => (slideSizes[slideSize].width - 2 * 72 - 100) / 32

type Drawings = readonly (readonly [key: string, drawing: Resource])[]

interface Drawn {
  /** Without the diagrams that could not be drawn. */
  readonly course: Course
  readonly drawings: Readonly<Record<Edition, Drawings>>
}

/** The diagrams of each edition, drawn in its fonts; what cannot be drawn is reported at each of its places. */
async function renderDiagrams(
  course: Course,
  fonts: Readonly<Record<Edition, EditionFonts>>,
  {browser, cache, files, signal, theme}: WorkContext & Pick<Workshop, 'theme'>,
): Promise<Drawn> {
  const families = resolveToken('sans', theme.tokens.everywhere)
  const draw = async (edition: Edition, known: Drawings) => {
    const wanted = collectDiagrams(selectEdition(course, edition)).map(({figure}) => figure)
    const keys = new Set(wanted.map(({resource}) => resource))
    const drawn = known.filter(([key]) => keys.has(key))
    for (const [key] of drawn) keys.delete(key)
    const left = wanted.filter(({resource}) => keys.has(resource))
    const distinct = new Map(left.map(({diagram, resource}) => [resource, diagram]))
    const {errors, resources} = await drawDiagrams(distinct, {
      browser,
      cache,
      signal,
      fonts: fonts[edition].truetype.faces,
      families,
    })
    const safe = Array.from(resources, ([key, drawing]) => [key, safeDrawing(drawing)] as const)
    return {errors, drawings: [...drawn, ...safe]}
  }
  // In turn: a drawing of the students' is the teacher's as well.
  const student = await draw('student', [])
  const teacher = await draw('teacher', student.drawings)
  const errors = new Map([...student.errors, ...teacher.errors])
  for (const {chapter, figure} of collectDiagrams(course)) {
    const file = fileOf(files, chapter.sourcePath)
    const error = errors.get(figure.resource)
    const reason = `画不出这张 ${figure.diagram.language} 图 / Cannot draw the diagram: ${error}`
    if (file && error !== undefined) reportProblem(file, {ruleId: 'diagram-renders', reason, place: figure.position})
  }
  return {
    course: keepDiagramsAsText(course, new Set(errors.keys())),
    drawings: {student: student.drawings, teacher: teacher.drawings},
  }
}

const withResources = (course: Course, more: Drawings): Course => ({
  ...course,
  resources: new Map([...course.resources, ...more]),
})

/** `CCYY-MM-DDThh:mm:ssZ`, never from the clock: the same input gives the same bytes. */
function modifiedOf(course: Course, sourceDateEpoch: number | undefined): string {
  if (sourceDateEpoch === undefined) return `${course.date}T00:00:00Z`
  return new Date(sourceDateEpoch * 1000).toISOString().replace(/\.\d+Z$/u, 'Z')
}

const fileOf = (files: readonly VFile[], sourcePath: string) => files.find((file) => file.path === sourcePath)
