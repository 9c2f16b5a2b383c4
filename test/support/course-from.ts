import {VFile} from 'vfile'
import {assembleCourse, type CourseHead} from '../../src/assemble/assemble-course.ts'
import {joinChapters} from '../../src/assemble/join-files.ts'
import {partAtTitles} from '../../src/assemble/part-at-titles.ts'
import {createCite} from '../../src/citations/create-cite.ts'
import {gb7714Numeric} from '../../src/citations/gb-7714-numeric.ts'
import type {LoadedSyllabus} from '../../src/config/load-syllabus.ts'
import type {Work} from '../../src/model/bibliography.ts'
import type {ParseContext} from '../../src/model/parse-context.ts'
import type {Course, Resource, ResourceFailure} from '../../src/model/course.ts'
import {parseChapter} from '../../src/parse/parse-chapter.ts'
import {readMarkdown} from '../../src/parse/read-markdown.ts'

const head: CourseHead = {
  title: '测试课程',
  subtitle: '',
  description: '',
  language: 'zh-CN',
  chapterNumerals: 'arabic',
  labels: {},
  authors: ['作者'],
  publisher: '',
  date: '2026-01-02',
  identifier: 'https://example.org/course',
  license: {name: '', url: ''},
  slug: 'course',
  editions: {student: ['deck', 'epub', 'pdf', 'slides', 'handout'], teacher: ['deck', 'handout']},
  handouts: ['notes'],
  print: {paper: 'A4', sides: 'two', chapters: 'next', marks: 'none'},
  epub: {math: 'mathml', fonts: 'none', writing: 'horizontal', isbn: '', certifiedBy: ''},
  math: {macros: {}, packages: []},
  subjects: [],
  solutions: 'teacher',
  slideMode: 'lead',
  slideLimits: {listing: 40, table: 24},
  slideModeLine: 1,
  slideLevel: 6,
  slideSize: '16:9',
  slidesPdf: 'slide',
}

export interface Surroundings extends Partial<ParseContext> {
  readonly failures?: ReadonlyMap<string, ResourceFailure>
  readonly syllabus?: LoadedSyllabus
  /** Works that chapters may cite, in CSL-JSON. */
  readonly works?: readonly Work[]
  readonly worksIn?: 'book' | 'chapter'
  readonly head?: Partial<CourseHead>
  /** Of each file in order, in place of `01.md`. */
  readonly paths?: readonly string[]
  /** Where chapters begin: with each file when absent. */
  readonly chapterBegins?: 'file' | 'heading'
  /** Of each chapter in order; ordinary ones when absent. */
  readonly roles?: readonly ('appendix' | 'chapter' | 'preface')[]
}

/** A course from Markdown in memory: one string a chapter, or one for each of its files, named `01.md`, `02.md`, … */
export function courseFrom(
  chapters: readonly (string | readonly string[])[],
  resources: readonly Resource[] = [],
  {
    chapterBegins = 'file',
    failures = new Map(),
    head: changes,
    paths = [],
    syllabus,
    roles = [],
    works = [],
    worksIn = 'book',
    ...context
  }: Surroundings = {},
): {readonly course: Course; readonly files: readonly VFile[]} {
  const files = chapters.flat().map((value, index) => {
    return new VFile({path: paths[index] ?? `${String(index + 1).padStart(2, '0')}.md`, value})
  })
  const library = new Map(works.map((work) => [work.id, work]))
  const keys = new Set(library.keys())
  const parsed = files.map((file) =>
    parseChapter(readMarkdown(file), {included: new Map(), variables: new Map(), citationKeys: keys, ...context}),
  )
  const joined = joinChapters(
    parsed,
    chapters.map((one) => [one].flat().length),
  )
  const cite = createCite({works: library, style: gb7714Numeric, language: 'zh-CN'})
  const table = new Map(resources.map((resource) => [resource.path, resource]))
  return {
    course: assembleCourse({
      head: {...head, ...changes, ...(syllabus ? {syllabus: syllabus.syllabus} : {})},
      syllabusFile: syllabus?.file,
      bibliography: {keys, cite, placement: worksIn, sourcePath: 'works.json'},
      parts: new Map(),
      roles: new Map(
        roles.flatMap((role, index) => (role === 'chapter' ? [] : [[joined[index]?.file.path ?? '', role] as const])),
      ),
      chapters: chapterBegins === 'heading' ? joined.flatMap((one) => partAtTitles(one)) : joined,
      resources: table,
      failures,
    }),
    files,
  }
}

/** A small SVG as a resource. */
export function svgResource(path: string): Resource {
  const contents = new TextEncoder().encode(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="#fff"/><text x="2" y="14">图</text></svg>',
  )
  return {path, mediaType: 'image/svg+xml', contents}
}
