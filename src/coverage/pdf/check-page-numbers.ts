import {localeFor} from '../../locale/locale.ts'
import {least} from '../../model/greatest.ts'
import type {ArtifactProblem} from '../../model/coverage.ts'
import type {Chapter, Course, Section} from '../../model/course.ts'
import {allBlocks, descendPhrasing, ownPhrasing} from '../../model/walk.ts'
import {normalizeText, placeholder} from '../normalize-text.ts'
import {titleText} from '../reading/generated-words.ts'
import type {PdfPage} from './read-page.ts'

export interface PdfBook {
  readonly pages: readonly PdfPage[]
  /** Pages, from 1, of the named destinations. */
  readonly destinations: ReadonlyMap<string, number>
  /** What each page is called. */
  readonly labels: readonly string[]
}

/**
 * The numbers that a printed book names pages by, read back from it: of every chapter and section in the contents, of
 * every entry of the index, and of cross-references with a page. Each must be that of the page where its link leads.
 */
export function checkPageNumbers(book: PdfBook, course: Course): ArtifactProblem[] {
  const chapters = course.chapters.filter(
    ({audience}) => audience.outputs.includes('pdf') && audience.editions.includes('student'),
  )
  return [
    ...checkFront(book, chapters),
    ...checkContents(book, chapters),
    ...chapters.flatMap((chapter) => checkIndex(book, chapter)),
    ...chapters.flatMap((chapter) => checkReferences(book, course, chapter)),
  ]
}

const problem = (reason: string): ArtifactProblem => ({ruleId: 'page-number-is-right', reason})

/** What stands before the first chapter, or the leaf of its part, is counted in small Roman numbers. */
function checkFront({destinations, labels}: PdfBook, chapters: readonly Chapter[]): ArtifactProblem[] {
  const openings = chapters.flatMap(({id}) => [destinations.get(`part-${id}`), destinations.get(id)])
  const first = least(openings.map((page) => page ?? Number.POSITIVE_INFINITY))
  const odd = labels.slice(0, Number.isFinite(first) ? first - 1 : 0).find((label) => !/^[ivxlc]+$/u.test(label))
  return odd === undefined ? [] : [problem(`正文之前的页码不对 / Wrong number before the text: ${odd}`)]
}

/** A row of the contents is a link over most of the line that ends with the number. */
function checkContents({destinations, labels, pages}: PdfBook, chapters: readonly Chapter[]): ArtifactProblem[] {
  const rows = pages.flatMap(({links, width}) =>
    links.filter(({box, destination}) => destination !== '' && box.right - box.left > width / 2),
  )
  const titles = titlesOf(chapters)
  return chapters
    .filter(({role}) => role !== 'preface')
    .flatMap((chapter) =>
      headingsOf(chapter).flatMap((id) => {
        const label = labels[(destinations.get(id) ?? 0) - 1] ?? ''
        const row = rows.find(({destination}) => destination === id)
        if (!row) return [problem(`目录里没有 / Not in the contents: ${id}`)]
        if (!titles.get(id)?.every((part) => row.text.includes(part))) {
          return [problem(`目录里的标题不对 / Wrong title in the contents: “${row.text}”`)]
        }
        if (label && /(?<![\divxlc])(?<number>[ivxlc]+|\d+)$/u.exec(row.text)?.groups?.['number'] === label) return []
        // A title may end in a digit.
        if (label && row.text.endsWith(label)) return []
        return [problem(`目录的页码不对 / Wrong page in the contents: “${row.text}”, expected ${label}`)]
      }),
    )
}

/** Titles by their id, in the parts that formulas leave of them. */
function titlesOf(chapters: readonly Chapter[]): Map<string, string[]> {
  const titles = new Map<string, string[]>()
  const add = ({id, title}: Pick<Section, 'id' | 'title'>): void => {
    titles.set(id, normalizeText(titleText(title)).split(placeholder))
  }
  const addSection = (section: Section): void => {
    add(section)
    section.sections.forEach(addSection)
  }
  for (const chapter of chapters) {
    add(chapter)
    chapter.sections.forEach(addSection)
  }
  return titles
}

/** What the contents have: `.unlisted` keeps a section out of them, and what is in it. */
function headingsOf({id, sections}: Chapter): string[] {
  const below = (section: Section): string[] =>
    section.isUnlisted ? [] : [section.id, ...section.sections.flatMap((one) => below(one))]
  return [id, ...sections.flatMap((section) => below(section))]
}

/** Each place of an entry is named by a link that is the number of its page; a page is named once. */
function checkIndex({destinations, labels, pages}: PdfBook, chapter: Chapter): ArtifactProblem[] {
  const index = [...allBlocks(chapter)].find((block) => block.type === 'index')
  const start = index && destinations.get(index.id)
  if (!index || !start) return []
  const links = pages.slice(start - 1).flatMap((page) => page.links)
  return index.groups.flatMap(({entries}) =>
    entries.flatMap(({places, term}) => {
      const expected = new Set(places.map(({id}) => labels[(destinations.get(id) ?? 0) - 1] ?? ''))
      const own = links.filter(({destination}) => places.some(({id}) => id === destination))
      const found = new Set(own.map(({text}) => text))
      const isRight = expected.size === found.size && [...expected].every((label) => found.has(label))
      const reason = `索引“${term}”的页码不对 / Wrong pages of “${term}” in the index: ${[...found].join(', ')}, expected ${[...expected].join(', ')}`
      return isRight ? [] : [problem(reason)]
    }),
  )
}

/** `图 3-2（第 41 页）` of `:page[fig-x]`. */
function checkReferences({destinations, labels, pages}: PdfBook, course: Course, chapter: Chapter): ArtifactProblem[] {
  const {words} = localeFor(course)
  return [...allBlocks(chapter)].flatMap((block) => {
    const page = destinations.get(block.id)
    if (page === undefined) return []
    const text = pages
      .slice(page - 1, page + 1)
      .map((one) => one.text)
      .join('')
    return [...descendPhrasing(ownPhrasing(block))].flatMap((node) => {
      if (node.type !== 'crossReference' || !node.withPage) return []
      const reference = course.references.get(node.target)
      const label = labels[(destinations.get(reference?.id ?? '') ?? 0) - 1] ?? ''
      const wanted = normalizeText((reference?.label ?? '') + words.onPage(label))
      return text.includes(wanted) ? [] : [problem(`应为 / Expected “${wanted}” on page ${page}`)]
    })
  })
}
