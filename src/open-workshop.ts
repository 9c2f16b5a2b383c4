import path from 'node:path'
import type {Browser} from 'puppeteer'
import type {Point, Position} from 'unist'
import type {VFile} from 'vfile'
import {openCache} from './cache/open-cache.ts'
import {reportProblem} from './diagnostics/report-problem.ts'
import {collectDiagrams} from './diagrams/collect-diagrams.ts'
import {drawDiagrams, type DrawOptions} from './diagrams/draw-diagrams.ts'
import {checkLanguages} from './html/code/check-languages.ts'
import {createCourseHighlighter} from './html/code/create-highlighter.ts'
import {checkDrawings} from './html/image/check-drawings.ts'
import {collectFormulas} from './html/math/collect-formulas.ts'
import {createFormulas, formulaKey, type MathSettings} from './html/math/create-formulas.ts'
import {slideSizes} from './model/slide-size.ts'
import type {Renderers} from './html/render-context.ts'
import {toString} from 'mdast-util-to-string'
import type {Chapter, Course} from './model/course.ts'
import {plainTitle} from './model/plain-title.ts'
import {phrasingOf} from './model/walk.ts'
import {checkGlyphs} from './theme/check-glyphs.ts'
import {courseCharacters} from './theme/course-characters.ts'
import {createInkOn} from './theme/ink-on.ts'
import type {Theme} from './theme/load-theme.ts'
import {facesFor} from './theme/faces-for.ts'
import {subsetFonts, type SubsetFonts} from './theme/subset-fonts.ts'
import {localeFor, localeWords} from './locale/locale.ts'
import type {Sound} from './compile-course.ts'

export interface WorkshopOptions {
  readonly cacheFolder: string
  /** Whether the deck is also written as one HTML file. */
  readonly hasSingleFile: boolean
  /** Seconds since 1970 from SOURCE_DATE_EPOCH; without it the course's date is the date of the files. */
  readonly sourceDateEpoch: number | undefined
  readonly progress: {readonly step: (stage: string) => void}
}

/** What rendering needs, made once for all outputs. */
export interface Workshop {
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

/** Fonts, formulas, highlighter and diagrams; what is wrong with them is reported at its place. */
export async function openWorkshop(
  {course, files, texts, theme}: Sound,
  browser: Browser,
  options: WorkshopOptions,
): Promise<Workshop> {
  options.progress.step('formulas, code, fonts')
  const cache = openCache(path.join(options.cacheFolder, 'results'))
  const locale = localeFor(course)
  // Of the bibliography only what is cited is shown.
  const words = [
    ...localeWords(locale),
    // What stands in empty cells.
    '\u00A0',
    ...course.chapters.flatMap((chapter) => wordsIn(chapter)),
    ...headWords(course),
  ]
  const characters = courseCharacters(texts, course.resources.values(), words)
  const faces = facesFor(course.language, theme.faces)
  const [formulas, highlight, truetype] = await Promise.all([
    renderFormulas(course, files, {...course.math, widthOnSlide: formulaWidth(course)}),
    createCourseHighlighter(course),
    subsetFonts(faces, characters, {cache, format: 'truetype'}),
  ])
  const drawn = await renderDiagrams(course, files, {browser, cache, fonts: truetype.faces})
  checkGlyphs(files, truetype.missing)
  const byPath = new Map(files.map((file) => [file.path, file]))
  checkLanguages(course, byPath)
  checkDrawings(drawn, byPath)
  return {
    course: drawn,
    files,
    browser,
    renderers: {formulas, highlight, inkOn: createInkOn(theme.tokens)},
    theme,
    truetype,
    woff2: () => subsetFonts(faces, characters, {cache, format: 'woff2'}),
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
      if (file)
        reportProblem(file, {ruleId: 'math-renders', reason: message, place: placeOfMistake(file, position, reason)})
    }
  }
  return formulas
}

/** The line of a formula that has the command which an error names; the formula, where it names none. */
function placeOfMistake(file: VFile, position: Position | undefined, reason: string): Position | Point | undefined {
  const [command] = /\\[A-Za-z]+/u.exec(reason) ?? []
  if (!position || command === undefined) return position
  const lines = String(file).split('\n')
  for (let line = position.start.line; line <= position.end.line; line++) {
    const at = (lines[line - 1] ?? '').indexOf(command)
    if (at >= 0 && line > position.start.line) return {line, column: at + 1}
    if (at >= position.start.column - 1) return {line, column: at + 1}
  }
  return position
}

/** In em: what the sides of a slide and the number leave a formula, which is 32 px tall there. */
const formulaWidth = ({slideSize}: Course) => (slideSizes[slideSize].width - 2 * 72 - 100) / 32

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

/** `CCYY-MM-DDThh:mm:ssZ`, never from the clock: the same input gives the same bytes. */
function modifiedOf(course: Course, sourceDateEpoch: number | undefined): string {
  if (sourceDateEpoch === undefined) return `${course.date}T00:00:00Z`
  return new Date(sourceDateEpoch * 1000).toISOString().replace(/\.\d+Z$/u, 'Z')
}

/** What lectern itself put into a chapter, and its title. */
const wordsIn = (chapter: Chapter) => [
  plainTitle(chapter.title),
  ...sectionTitles(chapter.sections),
  chapter.part,
  chapter.label,
  ...Array.from(phrasingOf(chapter), ({node}) => toString(node)),
]
const sectionTitles = (sections: Chapter['sections']): string[] =>
  sections.flatMap(({sections: inner, title}) => [plainTitle(title), ...sectionTitles(inner)])
const headWords = ({authors, description, license, publisher, subtitle, title}: Course) => [
  title,
  subtitle,
  description,
  license.name,
  publisher,
  ...authors,
]
const fileOf = (files: readonly VFile[], sourcePath: string) => files.find((file) => file.path === sourcePath)
