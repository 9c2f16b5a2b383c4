import {toString} from 'mdast-util-to-string'
import {reportProblem} from '../diagnostics/report-problem.ts'
import {localeFor} from '../locale/locale.ts'
import type {Chapter, Course, Reference, SlideMode, Resource, ResourceFailure} from '../model/course.ts'
import type {VFile} from 'vfile'
import type {ParsedChapter} from '../model/parsed.ts'
import {everybody} from './audience.ts'
import {addBackMatter, type Bibliography} from './back-matter/add-back-matter.ts'
import {buildBlocks} from './build-blocks.ts'
import {buildFootnotes} from './build-footnotes.ts'
import {buildSections} from './build-sections.ts'
import {resolveReferences} from './checks/resolve-references.ts'
import {checkSyllabus} from './checks/check-syllabus.ts'
import {checkSolutions} from './checks/check-solutions.ts'
import {readHeading} from './read-heading.ts'
import type {ChapterScope} from './scope.ts'
import {splitSections} from './split-sections.ts'

/** What `course.yml` says of the course as a whole. */
export type CourseHead = Omit<Course, 'chapters' | 'resources' | 'references' | 'terms'>

export interface CourseParts {
  readonly head: CourseHead
  /** Titles of the parts, by the path of their first chapter. */
  readonly parts: ReadonlyMap<string, string>
  readonly chapters: readonly ParsedChapter[]
  /** What citations name; absent when the course has none. */
  readonly bibliography?: Bibliography | undefined
  /** Takes the messages about the syllabus; absent when there is none. */
  readonly syllabusFile?: VFile | undefined
  readonly resources: ReadonlyMap<string, Resource>
  /** Files that chapters name and that are no resources. */
  readonly failures: ReadonlyMap<string, ResourceFailure>
}

/**
 * Chapters to a course: sections, blocks with ids and numbers, footnotes, and the table of references.
 * Mistakes become messages of the chapters' files; the course is always whole.
 */
export function assembleCourse(given: CourseParts): Course {
  const {bibliography, chapters, failures, head, parts, resources, syllabusFile} = given
  const references = new Map<string, Reference>()
  const identifiers = new Map<string, string>()
  const copies = new Map<string, number>()
  const terms = new Map<string, string>()
  const locale = localeFor(head)
  const numbered = chapters.map((parsed, index): Chapter => {
    const scope: ChapterScope = {
      file: parsed.file,
      chapter: parsed.metadata.id,
      chapterNumber: index + 1,
      locale,
      buildBlocks,
      resources,
      failures,
      counters: new Map(),
      identifiers,
      copies,
      terms,
      references,
    }
    return assembleChapter(parsed, parts.get(parsed.file.path) ?? '', scope)
  })
  checkSolutions(numbered, chapters)
  const assembled = addBackMatter(numbered, {head, parsed: chapters, bibliography, references})
  const course: Course = {...head, chapters: assembled, resources, references, terms}
  resolveReferences(course, chapters, failures)
  if (syllabusFile) checkSyllabus(course, chapters, syllabusFile)
  return course
}

function assembleChapter(parsed: ParsedChapter, part: string, scope: ChapterScope): Chapter {
  const {metadata, tree} = parsed
  const outline = splitSections(tree)
  const {heading} = outline
  const attributes = readHeading(heading, scope)
  const title = heading?.children ?? [{type: 'text' as const, value: metadata.title || metadata.id}]
  if (!heading && !metadata.title) reportNoTitle(parsed)
  const label = scope.locale.labels.chapter(scope.chapterNumber)
  claimChapter(parsed, new Set([metadata.id, attributes.id || metadata.id]), scope)
  const blocks = buildBlocks(outline.nodes, {chapter: scope, audience: everybody, exercise: ''})
  const sections = buildSections(outline.sections, scope, {number: String(scope.chapterNumber), depth: 2})
  return {
    role: 'chapter',
    id: metadata.id,
    audience: everybody,
    number: scope.chapterNumber,
    label,
    part,
    title,
    shortTitle: attributes.shortTitle || toString(title),
    objectives: metadata.objectives,
    covers: metadata.covers,
    ...(metadata.minutes === undefined ? {} : {minutes: metadata.minutes}),
    teaches: attributes.teaches,
    ...slideModeOf(attributes.slideMode ?? metadata.slides),
    blocks,
    sections,
    footnotes: buildFootnotes(tree, {blocks, sections}, scope),
    sourcePath: parsed.file.path,
  }
}

const firstPlace = {line: 1, column: 1}

function reportNoTitle({file, tree}: ParsedChapter): void {
  const reason = '这一章没有标题 / Unexpected chapter without a title'
  const hint = '以 `# 标题` 开头，或在前置元数据写 title / begin with `# Title`, or set `title` in the front matter'
  reportProblem(file, {ruleId: 'chapter-has-title', reason, hint, place: tree.children[0] ?? firstPlace})
}

/** A chapter can be named by its id and by the `{#id}` of its heading. */
function claimChapter(parsed: ParsedChapter, names: ReadonlySet<string>, scope: ChapterScope): void {
  const {id} = parsed.metadata
  if (scope.identifiers.has(id)) {
    const reason = `章的标识符 \`${id}\` 已用过 / Unexpected chapter id \`${id}\`: it is used already`
    reportProblem(parsed.file, {ruleId: 'identifier-is-unique', reason, place: parsed.tree.children[0] ?? firstPlace})
  }
  scope.identifiers.set(id, parsed.file.path)
  const label = scope.locale.labels.chapter(scope.chapterNumber)
  for (const name of names) {
    scope.references.set(name, {id, label, chapter: id})
  }
}

const slideModeOf = (slideMode: SlideMode | undefined) => (slideMode ? {slideMode} : {})
