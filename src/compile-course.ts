import type {VFile} from 'vfile'
import {assembleCourse} from './assemble/assemble-course.ts'
import {createCite} from './citations/create-cite.ts'
import {checkStyle, namedStyles} from './citations/styles.ts'
import {readWorks} from './citations/read-works.ts'
import {chapterList, courseHead} from './config/course-head.ts'
import type {CourseConfig} from './config/course-schema.ts'
import {loadCourseConfig, type LoadedConfig} from './config/load-course-config.ts'
import {reportProblem} from './diagnostics/report-problem.ts'
import {loadSyllabus} from './config/load-syllabus.ts'
import {collectImages} from './parse/collect-images.ts'
import {collectIncludes} from './parse/collect-includes.ts'
import {parseChapter} from './parse/parse-chapter.ts'
import {readMarkdown} from './parse/read-markdown.ts'
import {readChapters} from './source/read-chapters.ts'
import {readIncluded} from './source/read-included.ts'
import {readNamedFiles} from './source/read-named-files.ts'
import {readResources} from './source/read-resources.ts'
import {readThemeFolder} from './source/read-theme-folder.ts'
import type {Course} from './model/course.ts'
import {loadTheme, themeFiles, type Theme} from './theme/load-theme.ts'

export interface Compiled {
  /** `course.yml`, every chapter and what they include or name, with their diagnostics. */
  readonly files: readonly VFile[]
  /** Those whose text stands in the outputs as it is. */
  readonly texts: readonly VFile[]
  readonly course?: Course
  readonly theme?: Theme
}

/** A course without errors. */
export type Sound = Compiled & Required<Pick<Compiled, 'course' | 'theme'>>

export const isSound = (compiled: Compiled): compiled is Sound =>
  compiled.course !== undefined && compiled.theme !== undefined && !hasErrors(compiled.files)

export const hasErrors = (files: readonly VFile[]): boolean =>
  files.some((file) => file.messages.some((message) => message.fatal))

export interface CompileOptions {
  /** The course folder: the one that holds `course.yml`. */
  readonly folder: string
  readonly progress: {readonly step: (stage: string, done?: number, total?: number) => void}
}

/** source, parse, assemble: everything that needs neither fonts nor a browser. */
export async function compileCourse({folder, progress}: CompileOptions): Promise<Compiled> {
  progress.step('read')
  const {config, file, placeOf} = await loadCourseConfig(folder)
  if (!config) return {files: [file], texts: []}
  const {parts, paths, roles} = chapterList(config)
  const chapters = await readChapters(folder, paths)
  for (const chapter of chapters) chapter.data.severities = config.rules
  progress.step('parse', 0, chapters.length)
  const drafts = chapters.map((chapter) => readMarkdown(chapter))
  const includedFiles = await readIncluded(
    folder,
    drafts.flatMap(({file: chapter, tree}) => collectIncludes(tree, chapter)),
  )
  for (const one of includedFiles.values()) one.data.severities = config.rules
  const {bibliography, bibliographyFiles} = await readBibliography(folder, config, file)
  const variables = new Map(Object.entries(config.variables).map(([name, value]) => [name, String(value)]))
  const parsed = drafts.map((draft) =>
    parseChapter(draft, {included: includedFiles, variables, citationKeys: bibliography.keys}),
  )
  const {failures, resources} = await readResources(
    folder,
    parsed.flatMap((chapter) => collectImages(chapter)),
  )
  const syllabus = await loadSyllabus(folder)
  const course = assembleCourse({
    head: {
      ...courseHead(config, (path) => placeOf(path)?.start.line ?? 1),
      ...(syllabus ? {syllabus: syllabus.syllabus} : {}),
    },
    syllabusFile: syllabus?.file,
    bibliography,
    parts,
    roles,
    chapters: parsed,
    resources,
    failures,
  })
  const {theme, themeOwnFiles} = await readTheme(folder, config, {file, placeOf})
  const files = [
    file,
    ...themeOwnFiles,
    ...(syllabus ? [syllabus.file] : []),
    ...chapters,
    ...includedFiles.values(),
    ...bibliographyFiles,
  ]
  const texts = [...chapters, ...includedFiles.values()]
  return {files, texts, course, theme}
}

/** The theme that the course names, or its own, with the tokens that it sets. */
async function readTheme(folder: string, config: CourseConfig, {file, placeOf}: Omit<LoadedConfig, 'config'>) {
  const isOwn = config.theme.includes('/')
  const own = isOwn ? await readThemeFolder(folder, config.theme, themeFiles) : []
  if (isOwn && own.length === 0) {
    const reason = `主题文件夹 \`${config.theme}\` 里没有主题 / Unexpected theme \`${config.theme}\`: the folder has none below the course folder`
    reportProblem(file, {ruleId: 'theme-is-valid', reason, place: placeOf(['theme'])})
  }
  for (const one of own) one.data.severities = config.rules
  const course = {file, tokens: config.tokens, slideTokens: config['slide-tokens'], placeOf}
  return {theme: await loadTheme({name: isOwn ? 'lectern' : config.theme, own, course}), themeOwnFiles: own}
}

/** The works that chapters may cite, and the style they are cited in. */
async function readBibliography(folder: string, config: CourseConfig, configFile: VFile) {
  const bibliographyFiles = await readNamedFiles(folder, [config.bibliography].flat(), configFile)
  const works = new Map(bibliographyFiles.flatMap((file) => [...readWorks(file)]))
  const styles = namedStyles()
  const csl = config.csl ?? (/^(?:zh|ja)\b/iu.test(config.language) ? 'gb-7714-numeric' : 'apa')
  const named = Object.hasOwn(styles, csl) ? styles[csl] : undefined
  const [styleFile] = named === undefined ? await readNamedFiles(folder, [csl], configFile) : []
  const style = named ?? checkStyle(styleFile)
  const cite = createCite({works, style, language: config.language})
  const sourcePath = bibliographyFiles[0]?.path ?? configFile.path
  const bibliography = {keys: new Set(works.keys()), cite, placement: config['bibliography-in'], sourcePath}
  return {bibliography, bibliographyFiles: [...bibliographyFiles, ...(styleFile ? [styleFile] : [])]}
}
