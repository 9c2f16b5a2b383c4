import type {Heading} from 'mdast'
import {visit} from 'unist-util-visit'
import {reportProblem} from '../diagnostics/report-problem.ts'
import {localeFor} from '../locale/locale.ts'
import type {CitationCluster, Cite} from '../model/bibliography.ts'
import type {Chapter, Course, Reference, SlideMode, Resource, ResourceFailure} from '../model/course.ts'
import type {VFile} from 'vfile'
import type {ParsedChapter} from '../model/parsed.ts'
import type {Audience} from '../model/output.ts'
import {plainTitle} from '../model/plain-title.ts'
import type {ChapterFiles} from '../model/source-place.ts'
import {audienceIn, everybody, media} from './audience.ts'
import {addBackMatter, citationGroups, type Bibliography} from './back-matter/add-back-matter.ts'
import {placeAnchors} from './block-base.ts'
import {buildBlocks} from './build-blocks.ts'
import {buildFootnotes} from './build-footnotes.ts'
import {buildSections} from './build-sections.ts'
import {resolveReferences} from './checks/resolve-references.ts'
import {checkSyllabus} from './checks/check-syllabus.ts'
import {checkSolutions} from './checks/check-solutions.ts'
import {liftDefinitions} from './lift-definitions.ts'
import {nameChapters} from './name-chapters.ts'
import {digitsOf, findOwnNumbers, ownNumber, type OwnNumbers} from './own-numbers.ts'
import {readHeading} from './read-heading.ts'
import type {ChapterScope} from './scope.ts'
import {shortenOnSlides} from './shorten-on-slides.ts'
import {splitFootnotes} from './split-footnotes.ts'
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
  readonly bibliography?: (Omit<Bibliography, 'cite'> & Partial<Pick<Bibliography, 'cite'>>) | undefined
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
  return finishCourse(draftCourse(given), given.bibliography?.cite)
}

/** A course whose citations are as they were typed. */
export interface CourseDraft {
  /** With chapters that have names of their own. */
  readonly given: CourseParts
  readonly numbered: readonly Chapter[]
  readonly references: Map<string, Reference>
  readonly terms: Map<string, string>
  /** Of each chapter, the blocks where its HTML marks places. */
  readonly anchors: ReadonlyMap<string, ReadonlyMap<string, string>>
  /** The citations that are formatted together, each with a list of works. */
  readonly groups: readonly (readonly CitationCluster[])[]
}

/** The first half of `assembleCourse`, for those who format citations elsewhere than in the call of a function. */
export function draftCourse(given: CourseParts): CourseDraft {
  const {bibliography, failures, head, parts, resources, roles} = given
  const chapters = nameChapters(given.chapters)
  const explicit = explicitIds(chapters)
  const ordinary = chapters.filter(
    (parsed) => (roles?.get(parsed.file.path) ?? 'chapter') === 'chapter' && !isUnnumbered(parsed),
  )
  const ownNumbers = findOwnNumbers(ordinary, head.numbering)
  const numbers = chapterNumbers(ordinary, ownNumbers)
  const anchors = new Map<string, Map<string, string>>()
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
      chapterNumber: isUnnumbered(parsed)
        ? ''
        : role === 'chapter'
          ? (numbers[place - 1] ?? '')
          : numberOf(role, place),
      ownNumbers: role === 'chapter' ? ownNumbers : noOwnNumbers,
      audience: audienceOf(parsed),
      locale,
      buildBlocks,
      resources,
      failures,
      counters: new Map(),
      identifiers,
      copies,
      terms,
      anchors: new Map(),
      explicit,
      references,
    }
    anchors.set(scope.chapter, scope.anchors)
    return assembleChapter(parsed, {role, part: partOf(parsed, parts)}, scope)
  })
  checkSolutions(numbered, chapters)
  const groups = bibliography ? citationGroups(numbered, bibliography) : []
  return {given: {...given, chapters}, numbered, references, terms, anchors, groups}
}

/** The second half: the course, with its back matter and the citations as `cite` gives them. */
export function finishCourse(
  {anchors, given, numbered, references, terms}: CourseDraft,
  cite: Cite | undefined,
): Course {
  const {chapters, failures, head, resources, syllabusFile} = given
  const bibliography = given.bibliography && cite && {...given.bibliography, cite}
  const assembled = addBackMatter(numbered, {head, parsed: chapters, bibliography, references})
  const course: Course = {...head, chapters: assembled, resources, references, terms}
  resolveReferences(course, chapters, {failures, anchors})
  if (syllabusFile) checkSyllabus(course, chapters, syllabusFile)
  return shortenOnSlides(splitFootnotes(liftDefinitions(course, chapters)))
}

/** What authors call things themselves, wherever that is. */
function explicitIds(chapters: readonly ParsedChapter[]): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const {tree} of chapters) {
    visit(tree, (node) => {
      const id = node.data?.attributes?.id ?? (node.type === 'containerDirective' ? node.attributes?.['id'] : '')
      if (id) ids.add(id)
    })
  }
  return ids
}

const noOwnNumbers: OwnNumbers = {chapters: false, sections: Infinity}

/** Those that titles bring, where each is another, and none for a title without one; else their places. */
function chapterNumbers(chapters: readonly ParsedChapter[], {chapters: isOwn}: OwnNumbers): string[] {
  const places = chapters.map((_chapter, index) => String(index + 1))
  const written = chapters.map((chapter) => ownNumber(titleOf(chapter)))
  const own = written.flatMap((number) => (number === undefined ? [] : [digitsOf(number)]))
  if (!isOwn || own.length === 0 || own.includes(undefined) || new Set(own).size < own.length) return places
  return written.map((number) => (number === undefined ? '' : String(digitsOf(number))))
}

function titleOf({metadata, tree}: ParsedChapter): string {
  const heading = tree.children.find((node) => node.type === 'heading')
  return heading?.depth === 1 ? plainTitle(heading.children) : metadata.title
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

/** Of a file with several chapters, the first begins the part. */
const partOf = ({file, laterTitle}: ParsedChapter, parts: CourseParts['parts']) =>
  (laterTitle === undefined && parts.get(file.path)) || ''

interface ChapterPlace {
  readonly role: AuthorRole
  readonly part: string
}

function assembleChapter(parsed: ParsedChapter, {part, role}: ChapterPlace, scope: ChapterScope): Chapter {
  const {metadata, tree} = parsed
  const outline = splitSections(tree, {hasTitle: metadata.title !== ''})
  const {heading} = outline
  const attributes = readHeading(heading, scope)
  const title = readTitle(parsed, heading)
  const label = scope.ownNumbers.chapters ? '' : labelOf(role, scope)
  const names = new Set([metadata.id, attributes.id || metadata.id])
  claimChapter(parsed, {names, label: referenceLabel(title, role, scope)}, scope)
  for (const node of [tree, heading]) placeAnchors(node, metadata.id, scope)
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
    shortTitle: attributes.shortTitle || plainTitle(title),
    objectives: metadata.objectives,
    covers: metadata.covers,
    ...(metadata.minutes === undefined ? {} : {minutes: metadata.minutes}),
    teaches: attributes.teaches,
    ...slideModeOf(parsed, heading, attributes.slideMode),
    ...slideLevelOf(attributes, metadata),
    blocks,
    sections,
    footnotes: buildFootnotes(tree, {title, audience, blocks, sections}, scope),
    ...filesOf(parsed.file),
  }
}

function filesOf({data: {laterFiles}, path}: VFile): ChapterFiles {
  if (!laterFiles) return {sourcePath: path}
  return {sourcePath: path, laterFiles: laterFiles.map(({file, firstLine}) => ({path: file.path, firstLine}))}
}

const firstPlace = {line: 1, column: 1}

/** Its heading, the title in its front matter, or one of the name of its file. */
function readTitle(parsed: ParsedChapter, heading: Heading | undefined): Chapter['title'] {
  const {isUnread, title: given} = parsed.metadata
  const title = heading?.children ?? [{type: 'text' as const, value: given || titleOfFile(parsed)}]
  // Of a front matter that cannot be read it is known already.
  if (heading?.depth !== 1 && !given && !isUnread) reportNoTitle(parsed, plainTitle(title))
  return title
}

/** As references call a chapter: by its number, where it brings that itself or has it from us, else by its title. */
function referenceLabel(title: Chapter['title'], role: AuthorRole, scope: ChapterScope): string {
  const words = plainTitle(title)
  const isNumbered = !scope.ownNumbers.chapters || ownNumber(words) !== undefined
  return (isNumbered && labelOf(role, scope)) || words
}

/** `chapters/03-data-cleaning.md` is called "data cleaning". */
function titleOfFile({file: {stem = ''}, metadata}: ParsedChapter): string {
  const words = stem
    .replace(/^\d+(?:[-_. ]+|$)/u, '')
    .replaceAll(/[-_]+/gu, ' ')
    .trim()
  return words || metadata.id
}

function reportNoTitle({file, tree}: ParsedChapter, title: string): void {
  const reason = `这一章没有一级标题，叫作“${title}” / Unexpected chapter without a title: it is called “${title}”`
  const hint = '以 `# 标题` 开头，或在前置元数据写 title / begin with `# Title`, or set `title` in the front matter'
  reportProblem(file, {
    ruleId: 'chapter-has-title',
    reason,
    hint,
    place: tree.children[0] ?? firstPlace,
    cause: 'no title',
  })
}

/** A chapter can be named by its id and by the `{#id}` of its heading. */
function claimChapter(
  parsed: ParsedChapter,
  {label, names}: {readonly label: string; readonly names: ReadonlySet<string>},
  scope: ChapterScope,
): void {
  const {id} = parsed.metadata
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
