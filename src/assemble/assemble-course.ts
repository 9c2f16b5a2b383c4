import {toString} from 'mdast-util-to-string'
import type {Heading} from 'mdast'
import {reportProblem} from '../diagnostics/report-problem.ts'
import {localeFor} from '../locale/locale.ts'
import type {Chapter, Course, Reference, SlideMode, Resource, ResourceFailure} from '../model/course.ts'
import type {VFile} from 'vfile'
import type {ParsedChapter} from '../model/parsed.ts'
import type {Audience} from '../model/output.ts'
import {audienceIn, everybody, media} from './audience.ts'
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

type AuthorRole = 'appendix' | 'chapter' | 'preface'

export interface CourseParts {
  readonly head: CourseHead
  /** Titles of the parts, by the path of their first chapter. */
  readonly parts: ReadonlyMap<string, string>
  /** Of what is no ordinary chapter, by its path. */
  readonly roles?: ReadonlyMap<string, 'appendix' | 'preface'>
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
  const {bibliography, chapters, failures, head, parts, resources, roles, syllabusFile} = given
  const references = new Map<string, Reference>()
  const identifiers = new Map<string, string>()
  const copies = new Map<string, number>()
  const terms = new Map<string, string>()
  const locale = localeFor(head)
  const roleOf = ({file}: ParsedChapter) => roles?.get(file.path) ?? 'chapter'
  const numbered = chapters.map((parsed, index): Chapter => {
    const role = roleOf(parsed)
    const isCounted = (one: ParsedChapter) => roleOf(one) === role && !isUnnumbered(one)
    const place = chapters.slice(0, index + 1).filter((one) => isCounted(one)).length
    const scope: ChapterScope = {
      file: parsed.file,
      chapter: parsed.metadata.id,
      chapterNumber: isUnnumbered(parsed) ? '' : numberOf(role, place),
      audience: audienceOf(parsed),
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
    return assembleChapter(parsed, {role, part: parts.get(parsed.file.path) ?? ''}, scope)
  })
  checkSolutions(numbered, chapters)
  const assembled = addBackMatter(numbered, {head, parsed: chapters, bibliography, references})
  const course: Course = {...head, chapters: assembled, resources, references, terms}
  resolveReferences(course, chapters, failures)
  if (syllabusFile) checkSyllabus(course, chapters, syllabusFile)
  return course
}

/** `# Title {.unnumbered}`, as Pandoc and Quarto have it. */
function isUnnumbered({tree}: ParsedChapter): boolean {
  const heading = tree.children.find((node) => node.type === 'heading')
  return heading?.depth === 1 && (heading.data?.attributes?.classes.includes('unnumbered') ?? false)
}

/** Chapters have numbers, appendices letters. */
function numberOf(role: AuthorRole, place: number): string {
  if (role === 'preface') return ''
  return role === 'chapter' ? String(place) : letterOf(place)
}

/** A to Z, then AA, AB, … */
function letterOf(place: number): string {
  const before = place > 26 ? letterOf(Math.floor((place - 1) / 26)) : ''
  return before + String.fromCodePoint(65 + ((place - 1) % 26))
}

function labelOf(role: AuthorRole, {chapterNumber, locale}: ChapterScope): string {
  if (role === 'preface' || !chapterNumber) return ''
  return role === 'chapter' ? locale.labels.chapter(chapterNumber) : locale.labels.appendix(chapterNumber)
}

interface ChapterPlace {
  readonly role: AuthorRole
  readonly part: string
}

function assembleChapter(parsed: ParsedChapter, {part, role}: ChapterPlace, scope: ChapterScope): Chapter {
  const {metadata, tree} = parsed
  const outline = splitSections(tree)
  const {heading} = outline
  const attributes = readHeading(heading, scope)
  const title = heading?.children ?? [{type: 'text' as const, value: metadata.title || metadata.id}]
  if (!heading && !metadata.title) reportNoTitle(parsed)
  const label = labelOf(role, scope)
  const names = new Set([metadata.id, attributes.id || metadata.id])
  claimChapter(parsed, {names, label: label || toString(title)}, scope)
  const {audience} = scope
  const blocks = buildBlocks(outline.nodes, {chapter: scope, audience, exercise: ''})
  const sections = buildSections(outline.sections, scope, {
    number: scope.chapterNumber || metadata.id,
    isNumbered: scope.chapterNumber !== '',
    depth: 2,
  })
  return {
    role,
    id: metadata.id,
    audience,
    number: scope.chapterNumber,
    label,
    part,
    title,
    shortTitle: attributes.shortTitle || toString(title),
    objectives: metadata.objectives,
    covers: metadata.covers,
    ...(metadata.minutes === undefined ? {} : {minutes: metadata.minutes}),
    teaches: attributes.teaches,
    ...slideModeOf(parsed, heading, attributes.slideMode),
    ...slideLevelOf(attributes, metadata),
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
function claimChapter(
  parsed: ParsedChapter,
  {label, names}: {readonly label: string; readonly names: ReadonlySet<string>},
  scope: ChapterScope,
): void {
  const {id} = parsed.metadata
  if (scope.identifiers.has(id)) {
    const reason = `章的标识符 \`${id}\` 已用过 / Unexpected chapter id \`${id}\`: it is used already`
    reportProblem(parsed.file, {ruleId: 'identifier-is-unique', reason, place: parsed.tree.children[0] ?? firstPlace})
  }
  scope.identifiers.set(id, parsed.file.path)
  for (const name of names) {
    scope.references.set(name, {id, label, chapter: id})
  }
}

/** `in: book` in the front matter leaves the whole chapter out of the other outputs. */
function audienceOf({file, metadata}: ParsedChapter): Audience {
  if (metadata.in === undefined) return everybody
  const line = lineOf(file, /^in:/u)
  const {audience, unknown} = audienceIn(metadata.in, line)
  if (unknown.length > 0 || audience.outputs.length === 0) {
    const reason = `\`in: ${metadata.in}\` 不是输出 / Unexpected \`in: ${metadata.in}\``
    const hint = `可用 Known: ${Object.keys(media).join(', ')}`
    reportProblem(file, {ruleId: 'front-matter-is-valid', reason, hint, place: {line, column: 1}})
  }
  return audience
}

/** Front matter has no positions any more. */
const lineOf = (file: VFile, pattern: RegExp) =>
  String(file)
    .split('\n')
    .findIndex((line) => pattern.test(line)) + 1 || 1

/** Its heading goes before its front matter. */
function slideModeOf(
  {file, metadata}: ParsedChapter,
  heading: Heading | undefined,
  ofHeading: SlideMode | undefined,
): Pick<Chapter, 'slideMode' | 'slideModeLine'> {
  if (ofHeading) return {slideMode: ofHeading, slideModeLine: heading?.position?.start.line ?? 1}
  return metadata.slides ? {slideMode: metadata.slides, slideModeLine: lineOf(file, /^slides:/u)} : {}
}

/** Its heading goes before its front matter. */
function slideLevelOf(...places: readonly {readonly slideLevel?: number}[]): {slideLevel?: number} {
  const slideLevel = places.find((place) => place.slideLevel)?.slideLevel
  return slideLevel ? {slideLevel} : {}
}
