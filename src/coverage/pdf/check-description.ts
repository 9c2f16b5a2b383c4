import type {PDFDocumentProxy} from 'pdfjs-dist/legacy/build/pdf.mjs'
import {toString} from 'mdast-util-to-string'
import type {ArtifactProblem, ContentUnit} from '../../model/coverage.ts'
import type {Course, Section} from '../../model/course.ts'
import {normalizeText, placeholder} from '../normalize-text.ts'
import {titleText} from '../reading/generated-words.ts'
import type {PdfPage} from './read-page.ts'

const problem = (reason: string): ArtifactProblem => ({ruleId: 'file-is-described', reason})

/** What a PDF says of itself and its pages: title, pages of one size that stand upright, alternative texts of its pictures. */
export async function checkDescription(
  pdf: PDFDocumentProxy,
  {
    course,
    expected,
    pages,
  }: {readonly course: Course; readonly pages: readonly PdfPage[]; readonly expected: readonly ContentUnit[]},
): Promise<ArtifactProblem[]> {
  const {info} = await pdf.getMetadata()
  const {Language, Title} = info as {readonly Language?: string; readonly Title?: string}
  const [first] = pages
  const odd = pages.findIndex(
    (page) => page.width !== first?.width || page.height !== first.height || page.rotation !== 0,
  )
  const wanted = expected.flatMap(({alternatives}) => alternatives)
  const alternatives = new Set(pages.flatMap((page) => page.alternatives))
  const lost = wanted.filter((text) => text !== '' && !alternatives.has(text))
  return [
    ...(Title?.startsWith(course.title)
      ? []
      : [problem(`标题是 “${Title ?? ''}” / Unexpected title “${Title ?? ''}”`)]),
    ...(Language === course.language
      ? []
      : [problem(`语言是 “${Language ?? ''}” / Unexpected language “${Language ?? ''}”`)]),
    ...(odd < 0
      ? []
      : [problem(`第 ${odd + 1} 页的大小或方向不同 / Page ${odd + 1} has another size or stands otherwise`)]),
    ...lost.map((text) => problem(`缺少替代文字 / Missing alternative text: “${text.slice(0, 40)}”`)),
  ]
}

/** Each chapter and section of a book is a bookmark that leads to its page. */
export async function checkBookmarks(
  pdf: PDFDocumentProxy,
  course: Course,
  destinations: ReadonlyMap<string, number>,
): Promise<ArtifactProblem[]> {
  type Item = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>[number]
  const flat = (items: readonly Item[]): Item[] => items.flatMap((item) => [item, ...flat(item.items as Item[])])
  // A book without bookmarks has null.
  const outline = (await pdf.getOutline()) as Item[] | null
  const bookmarks = await Promise.all(
    flat(outline ?? []).map(async ({dest, title}) => ({title: normalizeText(title), page: await pageOf(pdf, dest)})),
  )
  const sections = (section: Section): Section[] => [section, ...section.sections.flatMap((child) => sections(child))]
  const headings = course.chapters
    .filter(({audience}) => audience.outputs.includes('pdf') && audience.editions.includes('student'))
    .flatMap(({id, sections: own, title}) => [{id, number: '', title}, ...own.flatMap((section) => sections(section))])
  return headings.flatMap(({id, number, title}) => {
    const parts = normalizeText(titleText(title)).split(placeholder)
    const [words = '', formula] = parts
    const whole = normalizeText(number) + words
    const isNamed = (bookmark: string) =>
      formula === undefined ? bookmark === whole : parts.every((part) => bookmark.includes(part))
    const found = bookmarks.filter((bookmark) => isNamed(bookmark.title))
    if (found.some(({page}) => page === destinations.get(id))) return []
    return [problem(`缺少书签或通向别处 / Missing bookmark, or one that leads elsewhere: ${toString([...title])}`)]
  })
}

async function pageOf(pdf: PDFDocumentProxy, destination: unknown): Promise<number> {
  const target = typeof destination === 'string' ? await pdf.getDestination(destination) : destination
  const [reference] = (target ?? []) as [{num: number; gen: number}?]
  return reference ? (await pdf.getPageIndex(reference)) + 1 : 0
}
