import type {Course} from '../model/course.ts'
import type {CourseConfig} from './course-schema.ts'

/** What `course.yml` says of the course itself. */
export function courseHead(config: CourseConfig): Omit<Course, 'chapters' | 'resources' | 'references' | 'terms'> {
  const {authors, date, description, editions, identifier, language, license, pdf, publisher} = config
  const {slug, solutions, subtitle, title} = config
  return {
    title,
    subtitle,
    description,
    language,
    chapterNumerals: config['chapter-numerals'],
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
    paper: pdf.paper,
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
    solutions,
    slideMode: config.slides,
    slideSize: config['slide-size'],
    slideLevel: config['slide-level'],
  }
}

/** Chapter paths in order, and the titles of parts by the path of their first chapter. */
export function chapterList(config: CourseConfig): {paths: string[]; parts: Map<string, string>} {
  const parts = new Map<string, string>()
  const paths = config.chapters.flatMap((entry) => {
    if (typeof entry === 'string') return [entry]
    const [first] = entry.chapters
    if (first) parts.set(first, entry.part)
    return entry.chapters
  })
  return {paths, parts}
}
