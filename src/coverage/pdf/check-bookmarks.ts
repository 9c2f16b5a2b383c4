import type {PDFDocumentProxy} from 'pdfjs-dist/legacy/build/pdf.mjs'
import {toString} from 'mdast-util-to-string'
import type {ArtifactProblem, SlideReading} from '../../model/coverage.ts'
import type {Course, Section} from '../../model/course.ts'
import {normalizeText, placeholder} from '../normalize-text.ts'
import {namesHeading} from '../names-heading.ts'

const problem = (reason: string): ArtifactProblem => ({ruleId: 'file-is-described', reason})

/** Each chapter and section of a book is a bookmark that leads to its page. */
export async function checkBookmarks(
  pdf: PDFDocumentProxy,
  course: Course,
  destinations: ReadonlyMap<string, number>,
): Promise<ArtifactProblem[]> {
  const bookmarks = await bookmarksOf(pdf)
  const sections = (section: Section): Section[] => [section, ...section.sections.flatMap((child) => sections(child))]
  const headings = course.chapters
    .filter(({audience}) => audience.outputs.includes('pdf') && audience.editions.includes('student'))
    .flatMap(({id, sections: own, title}) => [{id, number: '', title}, ...own.flatMap((section) => sections(section))])
  return headings.flatMap(({id, number, title}) => {
    const found = bookmarks.filter((bookmark) => namesHeading(bookmark.title, {number, title}, course))
    if (found.some(({page}) => page === destinations.get(id))) return []
    return [problem(`缺少书签或通向别处 / Missing bookmark, or one that leads elsewhere: ${toString([...title])}`)]
  })
}

async function pageOf(pdf: PDFDocumentProxy, destination: unknown): Promise<number> {
  const target = typeof destination === 'string' ? await pdf.getDestination(destination) : destination
  const [reference] = (target ?? []) as [{num: number; gen: number}?]
  return reference ? (await pdf.getPageIndex(reference)) + 1 : 0
}

/**
 * A bookmark for the title, the agenda, each chapter and each section that has slides: in a PDF of slides it leads to the page of the first of
 * them, in a handout pages hold several.
 */
export async function checkSlideBookmarks(
  pdf: PDFDocumentProxy,
  slides: readonly SlideReading[],
  {course, destinations}: {readonly course: Course; readonly destinations: ReadonlyMap<string, number>},
): Promise<ArtifactProblem[]> {
  const bookmarks = await bookmarksOf(pdf)
  const openings = new Set([
    'title',
    'agenda',
    ...course.chapters.flatMap(({id, sections}) => [id, ...idsOf(sections)]),
  ])
  const first = slides.filter(({heading, id}) => heading !== '' && openings.has(id))
  const titles = Map.groupBy(bookmarks, ({title}) => title)
  const headings = Map.groupBy(first, ({heading}) => heading)
  const lost = [...headings].find(
    ([heading, own]) => !heading.includes(placeholder) && (titles.get(heading)?.length ?? 0) < own.length,
  )
  if (lost) return [problem(`缺少书签 / Missing bookmark: ${lost[0]}`)]
  if (destinations.size === 0) return []
  const found = countsOf(bookmarks.map(({page}) => page))
  const wanted = countsOf(first.map(({id}) => destinations.get(id) ?? 0))
  return [...wanted].flatMap(([page, count]) =>
    page === 0 || (found.get(page) ?? 0) >= count
      ? []
      : [problem(`第 ${page} 页缺少书签 / Page ${page}: missing bookmark`)],
  )
}

const idsOf = (sections: readonly Section[]): string[] =>
  sections.flatMap((section) => [section.id, ...idsOf(section.sections)])

function countsOf(pages: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const page of pages) counts.set(page, (counts.get(page) ?? 0) + 1)
  return counts
}

interface Bookmark {
  readonly title: string
  readonly page: number
}

async function bookmarksOf(pdf: PDFDocumentProxy): Promise<Bookmark[]> {
  type Item = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>[number]
  const flat = (items: readonly Item[]): Item[] => items.flatMap((item) => [item, ...flat(item.items as Item[])])
  // A file without bookmarks has null.
  const outline = (await pdf.getOutline()) as Item[] | null
  return Promise.all(
    flat(outline ?? []).map(async ({dest, title}) => ({title: normalizeText(title), page: await pageOf(pdf, dest)})),
  )
}
