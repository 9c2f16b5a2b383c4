import {VFile} from 'vfile'
import {assembleCourse, type CourseHead} from '../../src/assemble/assemble-course.ts'
import type {LoadedSyllabus} from '../../src/config/load-syllabus.ts'
import type {ParseContext} from '../../src/model/parse-context.ts'
import type {Course, Resource, ResourceFailure} from '../../src/model/course.ts'
import {parseChapter, readMarkdown} from '../../src/parse/parse-chapter.ts'

const head: CourseHead = {
  title: '测试课程',
  subtitle: '',
  description: '',
  language: 'zh-CN',
  authors: ['作者'],
  publisher: '',
  date: '2026-01-02',
  identifier: 'https://example.org/course',
  license: {name: '', url: ''},
  slug: 'course',
  editions: {student: ['deck', 'epub', 'pdf', 'slides', 'handout'], teacher: ['deck', 'handout']},
  paper: 'A4',
}

export interface Surroundings extends Partial<ParseContext> {
  readonly failures?: ReadonlyMap<string, ResourceFailure>
  readonly syllabus?: LoadedSyllabus
}

/** A course from Markdown in memory: one string a chapter, named `01.md`, `02.md`, … */
export function courseFrom(
  chapters: readonly string[],
  resources: readonly Resource[] = [],
  {failures = new Map(), syllabus, ...context}: Surroundings = {},
): {readonly course: Course; readonly files: readonly VFile[]} {
  const files = chapters.map((value, index) => {
    return new VFile({path: `${String(index + 1).padStart(2, '0')}.md`, value})
  })
  const parsed = files.map((file) =>
    parseChapter(readMarkdown(file), {included: new Map(), variables: new Map(), ...context}),
  )
  const table = new Map(resources.map((resource) => [resource.path, resource]))
  return {
    course: assembleCourse({
      head: {...head, ...(syllabus ? {syllabus: syllabus.syllabus} : {})},
      syllabusFile: syllabus?.file,
      parts: new Map(),
      chapters: parsed,
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
