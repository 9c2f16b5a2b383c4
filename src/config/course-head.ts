import type {Course} from '../model/course.ts'
import {usualSlides, type CourseConfig} from './course-schema.ts'

/** What `course.yml` says of the course itself. */
export function courseHead(
  config: CourseConfig,
  lineOf: (path: readonly (number | string)[]) => number,
): Omit<Course, 'chapters' | 'resources' | 'references' | 'terms'> {
  const {authors, date, description, editions, identifier, language, license, pdf, publisher} = config
  const {slug, solutions, subtitle, title} = config
  return {
    title,
    subtitle,
    description,
    language,
    chapterNumerals: config['chapter-numerals'],
    ...(config.numbering === 'auto' ? {} : {numbering: config.numbering}),
    labels: Object.fromEntries(
      Object.entries(config.labels).flatMap(([name, label]) => (label === undefined ? [] : [[name, label]])),
    ),
    authors,
    publisher,
    date,
    identifier,
    license,
    slug,
    editions,
    handouts: [...new Set(config.handouts)],
    print: pdf,
    epub: {
      math: config.epub.math,
      fonts: config.epub.fonts,
      writing: config.epub.writing,
      isbn: config.epub.isbn ?? '',
      certifiedBy: config.epub['certified-by'],
    },
    math: config.math,
    subjects: config.subjects,
    ...(config.collection ? {collection: config.collection} : {}),
    ...(config.lectures
      ? {lectures: config.lectures.map((one, index) => ({...one, line: lineOf(['lectures', index])}))}
      : {}),
    solutions,
    ...slidesOf(config.slides),
    slideModeLine: lineOf(['slides']),
    slideSize: config['slide-size'],
    slidesPdf: config['slides-pdf'],
    slideLevel: config['slide-level'],
  }
}

function slidesOf(given: CourseConfig['slides']): Pick<Course, 'slideLimits' | 'slideMode'> {
  const {listing, mode, table} = typeof given === 'string' ? {...usualSlides, mode: given} : given
  const limit = (most: number | 'all') => (most === 'all' ? Infinity : most)
  return {slideMode: mode, slideLimits: {listing: limit(listing), table: limit(table)}}
}

export interface ChapterList {
  /** Paths of the files of each chapter, in the order of the book. */
  readonly files: readonly (readonly string[])[]
  /** Titles of parts by the path of the first file of their first chapter. */
  readonly parts: ReadonlyMap<string, string>
  /** Of what is no ordinary chapter, by the path of its first file. */
  readonly roles: ReadonlyMap<string, 'appendix' | 'preface'>
}

/** The files of a course in the order of the book. */
export function chapterList({back, chapters, front}: CourseConfig): ChapterList {
  const parts = new Map<string, string>()
  const body = chapters.flatMap((entry) => {
    if (typeof entry === 'string' || Array.isArray(entry)) return [filesOf(entry)]
    const inPart = entry.chapters.map((chapter) => filesOf(chapter))
    const first = inPart[0]?.[0]
    if (first) parts.set(first, entry.part)
    return inPart
  })
  const before = front.map((chapter) => filesOf(chapter))
  const after = back.map((chapter) => filesOf(chapter))
  const roles = new Map([
    ...before.map(([first = '']) => [first, 'preface'] as const),
    ...after.map(([first = '']) => [first, 'appendix'] as const),
  ])
  return {files: [...before, ...body, ...after], parts, roles}
}

const filesOf = (chapter: string | readonly string[]): readonly string[] => [chapter].flat()
