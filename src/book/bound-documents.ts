import type {ContentDocument, ListedBlock} from '../model/book.ts'
import type {Chapter} from '../model/course.ts'
import {allBlocks} from '../model/walk.ts'

/**
 * The documents of a printed book in their order: half-title, title page, imprint, prefaces, contents, lists of figures and
 * tables; chapters, each part behind a page of its own; appendices and back matter; colophon.
 */
export function boundDocuments(chapters: readonly Chapter[]): ContentDocument[] {
  const prefaces = chapters.filter(({role}) => role === 'preface')
  const body = chapters.filter(({role}) => role !== 'preface')
  return [
    {role: 'half-title', id: 'half-title'},
    {role: 'cover', id: 'cover'},
    {role: 'imprint', id: 'imprint'},
    ...prefaces.map((chapter) => chapterDocument(chapter)),
    {role: 'toc', id: 'toc'},
    ...listOf('figure', body),
    ...listOf('table', body),
    ...body.flatMap((chapter, index) => [...partBefore(chapter, body.slice(index)), chapterDocument(chapter)]),
    {role: 'colophon', id: 'colophon'},
  ]
}

const chapterDocument = (chapter: Chapter): ContentDocument => ({role: 'chapter', id: chapter.id, chapter})

function partBefore({id, part}: Chapter, following: readonly Chapter[]): ContentDocument[] {
  if (!part) return []
  const after = following.slice(1)
  const end = after.findIndex((chapter) => chapter.part !== '' || chapter.role !== 'chapter')
  const chapters = following.slice(0, end < 0 ? undefined : end + 1)
  return [{role: 'part', id: `part-${id}`, title: part, chapters}]
}

/** Fewer are found sooner in the text than in a list. */
const fewest = 3

function listOf(of: 'figure' | 'table', chapters: readonly Chapter[]): ContentDocument[] {
  const entries = chapters.flatMap((chapter) =>
    Array.from(allBlocks(chapter)).flatMap((block): ListedBlock[] =>
      block.type === of && block.label ? [{id: block.id, label: block.label, caption: block.caption}] : [],
    ),
  )
  return entries.length < fewest ? [] : [{role: 'list', id: `list-of-${of}s`, of, entries}]
}
