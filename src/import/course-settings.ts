import path from 'node:path/posix'
import {v5 as namedUuid} from 'uuid'
import type {Outline, Variables} from './outline.ts'

/** `course.yml` of an imported book, as the schema in `config` has it; nothing in it lowers a rule. */
export interface CourseSettings {
  readonly title: string
  readonly language: string
  readonly authors?: readonly string[]
  readonly date: string
  readonly identifier: string
  readonly slug: string
  readonly front?: readonly string[]
  readonly chapters: readonly (string | {readonly part: string; readonly chapters: readonly string[]})[]
  readonly back?: readonly string[]
  readonly bibliography?: readonly string[]
  readonly variables?: Variables
  readonly 'chapter-begins'?: 'heading'
}

/**
 * The settings of a course with the order of a book. The slug and the identifier, a `urn:uuid`, are made from `source`, the
 * path or address of the book, and so are the same each time; `date` is YYYY-MM-DD.
 */
export function courseSettings(outline: Outline, {date, source}: {date: string; source: string}): CourseSettings {
  const {authors, back, bibliography, chapterBegins, front, language, parts, title, variables} = outline
  return {
    title,
    language,
    ...(authors.length > 0 ? {authors} : {}),
    date,
    identifier: `urn:uuid:${namedUuid(source, namedUuid.URL)}`,
    slug: slugOf(source),
    ...(front.length > 0 ? {front: front.map(chapterName)} : {}),
    chapters: parts.flatMap(({chapters, title: part}): CourseSettings['chapters'] => {
      const names = chapters.map(chapterName)
      return part === undefined ? names : [{part, chapters: names}]
    }),
    ...(back.length > 0 ? {back: back.map(chapterName)} : {}),
    ...(bibliography.length > 0 ? {bibliography} : {}),
    ...(Object.keys(variables).length > 0 ? {variables} : {}),
    ...(chapterBegins === 'heading' ? {'chapter-begins': chapterBegins} : {}),
  }
}

/** The name that a chapter has in a course, where all are `.md`. */
export const chapterName = (file: string): string => file.replace(/\.(?:markdown|qmd|rmd|mdx|MD)$/iu, '.md')

function slugOf(source: string): string {
  const name = path.basename(source.replaceAll('\\', '/').replace(/\/+$/u, ''))
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')
  return slug === '' ? 'book' : slug
}
