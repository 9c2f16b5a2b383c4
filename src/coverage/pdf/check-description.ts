import type {PDFDocumentProxy} from 'pdfjs-dist/legacy/build/pdf.mjs'
import {toString} from 'mdast-util-to-string'
import type {ArtifactProblem, ContentUnit} from '../../model/coverage.ts'
import type {Course, Section} from '../../model/course.ts'
import {normalizeText, placeholder} from '../normalize-text.ts'
import {titleText} from '../reading/generated-words.ts'
import type {PdfPage} from './read-page.ts'
import {joinNames} from '../../model/join-names.ts'

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
  const {Author, Language, Title} = info as Partial<Record<'Author' | 'Language' | 'Title', string>>
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
    ...differs('作者 / author', Author, joinNames(course.authors, course.language)),
    ...differs('语言 / language', Language, course.language),
    ...(odd < 0
      ? []
      : [problem(`第 ${odd + 1} 页的大小或方向不同 / Page ${odd + 1} has another size or stands otherwise`)]),
    ...lost.map((text) => problem(`缺少替代文字 / Missing alternative text: “${text.slice(0, 40)}”`)),
  ]
}

function differs(what: string, found: string | undefined, expected: string): ArtifactProblem[] {
  return (found ?? '') === expected ? [] : [problem(`${what}: “${found ?? ''}”，应为 / expected “${expected}”`)]
}

/** Each chapter and section of a book stands in a heading tag on its page. */
export function checkHeadings(
  pages: readonly PdfPage[],
  course: Course,
  destinations: ReadonlyMap<string, number>,
): ArtifactProblem[] {
  const sections = (section: Section): Section[] => [section, ...section.sections.flatMap((child) => sections(child))]
  const headings = course.chapters.flatMap(({id, sections: own, title}) => [
    {id, title},
    ...own.flatMap((section) => sections(section)),
  ])
  return headings.flatMap(({id, title}) => {
    const page = pages[(destinations.get(id) ?? 0) - 1]
    if (!page) return []
    const parts = normalizeText(titleText(title)).split(placeholder)
    if (page.headings.some((heading) => parts.every((part) => heading.includes(part)))) return []
    return [problem(`不是标题的标签 / Not tagged as a heading: ${toString([...title])}`)]
  })
}
