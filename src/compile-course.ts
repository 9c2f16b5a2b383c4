import path from 'node:path'
import type {VFile} from 'vfile'
import {draftCourse, finishCourse, type CourseDraft} from './assemble/assemble-course.ts'
import {emptyStore, openContentStore} from './cache/open-content-store.ts'
import {joinChapters} from './assemble/join-files.ts'
import {partAtTitles} from './assemble/part-at-titles.ts'
import {formatCitations} from './citations/format-citations.ts'
import {styleNames} from './citations/style-names.ts'
import {readWorks} from './citations/read-works.ts'
import {chapterList, courseHead} from './config/course-head.ts'
import type {CourseConfig} from './config/course-schema.ts'
import {loadCourseConfig, type LoadedConfig} from './config/load-course-config.ts'
import {loadImageLock} from './config/load-image-lock.ts'
import {describeRefusal} from './diagnostics/describe-refusal.ts'
import {reportProblem} from './diagnostics/report-problem.ts'
import {safeDrawing} from './html/image/safe-drawing.ts'
import {loadSyllabus} from './config/load-syllabus.ts'
import {collectImages} from './parse/collect-images.ts'
import {collectIncludes} from './parse/collect-includes.ts'
import {parseChapter} from './parse/parse-chapter.ts'
import {readMarkdown} from './parse/read-markdown.ts'
import type {JudgeAddress} from './remote/is-public-address.ts'
import {readRemoteImages} from './remote/read-remote-images.ts'
import {serializeImageLock} from './remote/serialize-image-lock.ts'
import {readChapters} from './source/read-chapters.ts'
import {readFontFiles, type NamedFont} from './source/read-font-files.ts'
import {readIncluded} from './source/read-included.ts'
import {readNamedFiles} from './source/read-named-files.ts'
import {readResources} from './source/read-resources.ts'
import {readThemeFolder} from './source/read-theme-folder.ts'
import {writeImageLock} from './source/write-image-lock.ts'
import type {Course} from './model/course.ts'
import {inTurns} from './stoppable.ts'
import {loadTheme, themeFiles, type Theme} from './theme/load-theme.ts'
import {ownFaces} from './theme/own-faces.ts'
import {writtenChapters, writtenIncludes, type WrittenText} from './written-files.ts'

export interface Compiled {
  /** `course.yml`, every chapter and what they include or name, with their diagnostics. */
  readonly files: readonly VFile[]
  readonly course?: Course
  readonly theme?: Theme
  /** Chapters and what they include, before anything was made of them. */
  readonly written: readonly WrittenText[]
}

/** A course that can be built, whatever is wrong in its chapters. */
export type Buildable = Compiled & Required<Pick<Compiled, 'course' | 'theme'>>

export const isBuildable = (compiled: Compiled): compiled is Buildable =>
  compiled.course !== undefined && compiled.theme !== undefined

export const hasErrors = (files: readonly VFile[]): boolean =>
  files.some((file) => file.messages.some((message) => message.fatal))

export interface CompileOptions {
  /** The course folder: the one that holds `course.yml`. */
  readonly folder: string
  readonly progress: {readonly step: (stage: string, done?: number, total?: number) => void}
  readonly signal?: AbortSignal | undefined
  /** Where images of the web are that were downloaded before; nowhere, where it is absent or empty. */
  readonly cacheFolder?: string
  /** Downloads the others from addresses that this allows; without it nothing is asked from the network. */
  readonly mayConnectTo?: JudgeAddress
}

/** source, parse, assemble: everything that needs neither fonts nor a browser. */
export async function compileCourse(options: CompileOptions): Promise<Compiled> {
  const {folder, progress, signal} = options
  progress.step('read')
  const {config, file, placeOf} = await loadCourseConfig(folder)
  if (!config) return {files: [file], written: []}
  const {files: chapterFiles, parts, roles} = chapterList(config)
  const paths = chapterFiles.flat()
  const chapters = await readChapters(folder, paths)
  for (const chapter of chapters) chapter.data.severities = config.rules
  const written = writtenChapters(chapters)
  progress.step('parse', 0, chapters.length)
  const drafts = await inTurns(chapters, (chapter) => readMarkdown(chapter), signal)
  const {files: includedFiles, refusals} = await readIncluded(
    folder,
    drafts.flatMap(({file: chapter, tree}) => collectIncludes(tree, chapter)),
  )
  for (const one of includedFiles.values()) one.data.severities = config.rules
  const includes = writtenIncludes(includedFiles.values(), written)
  const {bibliography, bibliographyFiles, format} = await readBibliography(folder, {config, file, placeOf, signal})
  const variables = new Map(Object.entries(config.variables).map(([name, value]) => [name, String(value)]))
  const context = {included: includedFiles, refusals, variables, citationKeys: bibliography.keys}
  const parsed = await inTurns(drafts, (draft) => parseChapter(draft, context), signal)
  const named = parsed.flatMap((chapter) => collectImages(chapter))
  const remote = await readRemote(named, options)
  const joined = joinChapters(
    parsed,
    chapterFiles.map(({length}) => length),
  )
  const {failures, resources} = await readResources(folder, named, {remote: remote.images, chapters: paths})
  const syllabus = await loadSyllabus(folder)
  const draft = draftCourse({
    head: {
      ...courseHead(config, (keys) => placeOf(keys)?.start.line ?? 1),
      ...(syllabus ? {syllabus: syllabus.syllabus} : {}),
    },
    syllabusFile: syllabus?.file,
    bibliography,
    parts,
    roles,
    chapters: config['chapter-begins'] === 'heading' ? joined.flatMap((one) => partAtTitles(one)) : joined,
    resources: new Map(Array.from(resources, ([name, resource]) => [name, safeDrawing(resource)])),
    failures,
  })
  const course = finishCourse(draft, await format(draft))
  const {theme, themeOwnFiles} = await readTheme(folder, {config, file, placeOf, signal})
  const files = [
    file,
    ...themeOwnFiles,
    ...(syllabus ? [syllabus.file] : []),
    ...remote.files,
    ...chapters,
    ...includedFiles.values(),
    ...bibliographyFiles,
  ]
  return {files, course, theme, written: [...written, ...includes]}
}

/** Images of the web that chapters name; what is downloaded is recorded beside `course.yml`. */
async function readRemote(named: readonly string[], options: CompileOptions) {
  const {cacheFolder = '', folder, mayConnectTo, progress, signal = new AbortController().signal} = options
  const {file, lock: before} = await loadImageLock(folder)
  const tell = (done: number, total: number) => {
    progress.step('fetch', done, total)
  }
  const {images, lock} = await readRemoteImages(named, {
    lock: before,
    store: cacheFolder ? openContentStore(path.join(cacheFolder, 'images')) : emptyStore,
    fetching: mayConnectTo && {mayConnectTo, signal, progress: tell},
  })
  if (before && lock.size > before.size) await writeImageLock(folder, serializeImageLock(lock))
  return {images, files: file ? [file] : []}
}

/** The theme that the course names, or its own, with the tokens that it sets and the fonts that it brings. */
async function readTheme(folder: string, {config, file, placeOf, signal}: ConfigSource) {
  const isOwn = config.theme.includes('/')
  const {files: own, refused} = isOwn
    ? await readThemeFolder(folder, config.theme, themeFiles)
    : {files: [], refused: []}
  // Once for each reason: where the folder is refused, all its files are.
  for (const [refusal, files] of Map.groupBy(refused, (one) => one.refusal)) {
    const {hint, reason} = describeRefusal(refusal)
    const name = (files.length === 1 && files[0]?.name) || config.theme
    const whole = `读不到 \`${name}\` / Unexpected file \`${name}\` of the theme: ${reason}`
    reportProblem(file, {ruleId: 'theme-is-valid', reason: whole, place: placeOf(['theme']), hint})
  }
  if (isOwn && own.length === 0 && refused.length === 0) {
    const reason = `主题文件夹 \`${config.theme}\` 里没有主题 / Unexpected theme \`${config.theme}\`: the folder has none below the course folder`
    reportProblem(file, {ruleId: 'theme-is-valid', reason, place: placeOf(['theme'])})
  }
  for (const one of own) one.data.severities = config.rules
  const course = {file, tokens: config.tokens, slideTokens: config['slide-tokens'], placeOf}
  const sources = await readFontFiles(folder, namedFonts(config.fonts, placeOf), file)
  const faces = await ownFaces({file, sources, signal})
  const {language} = config
  const theme = await loadTheme({name: isOwn ? 'lectern' : config.theme, own, course, faces, language})
  return {theme, themeOwnFiles: own}
}

function namedFonts(fonts: CourseConfig['fonts'], placeOf: LoadedConfig['placeOf']): NamedFont[] {
  return fonts.flatMap((font, index): NamedFont[] => {
    if (typeof font === 'string') return [{name: font, place: placeOf(['fonts', index])}]
    const {files, ...family} = font
    return files.map((name, at) => ({name, place: placeOf(['fonts', index, 'files', at]), ...family}))
  })
}

interface ConfigSource extends Pick<LoadedConfig, 'file' | 'placeOf'>, Pick<CompileOptions, 'signal'> {
  readonly config: CourseConfig
}

/** The works that chapters may cite, and what formats their citations in the style of the course. */
async function readBibliography(folder: string, {config, file, placeOf, signal}: ConfigSource) {
  const named = (names: readonly string[], key: string) =>
    readNamedFiles(folder, names, {config: file, place: placeOf([key])})
  const bibliographyFiles = await named([config.bibliography].flat(), 'bibliography')
  const read = await Promise.all(bibliographyFiles.map((one) => readWorks(one, signal)))
  const works = new Map(read.flatMap((one) => [...one]))
  const {language} = config
  const csl = config.csl ?? (/^(?:zh|ja)\b/iu.test(language) ? 'gb-7714-numeric' : 'apa')
  const [styleFile] = styleNames.includes(csl) ? [] : await named([csl], 'csl')
  const style = styleFile ?? csl
  const format = ({groups}: CourseDraft) =>
    formatCitations(groups, {works, style, language, signal, file: bibliographyFiles[0] ?? file})
  const sourcePath = bibliographyFiles[0]?.path ?? file.path
  const bibliography = {keys: new Set(works.keys()), placement: config['bibliography-in'], sourcePath}
  return {bibliography, format, bibliographyFiles: [...bibliographyFiles, ...(styleFile ? [styleFile] : [])]}
}
