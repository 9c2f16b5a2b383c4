import type {PDFDocumentProxy} from 'pdfjs-dist/legacy/build/pdf.mjs'
import type {ArtifactProblem, ContentUnit, SlideReading} from '../../model/coverage.ts'
import type {Course} from '../../model/course.ts'
import type {Target} from '../../model/output.ts'
import {checkNoteNumbers} from '../notes/check-note-numbers.ts'
import {checkReading} from '../reading/check-reading.ts'
import {checkHandout} from '../reading/check-handout.ts'
import {checkSourceOrder} from '../reading/check-source-order.ts'
import {checkSlidePages} from '../reading/check-slide-pages.ts'
import {generatedWords} from '../reading/generated-words.ts'
import {checkLinkTargets} from '../slides/check-links.ts'
import {checkBookmarks, checkSlideBookmarks} from './check-bookmarks.ts'
import {checkDescription, checkHeadings} from './check-description.ts'
import {checkCodeIndents} from './check-code-indents.ts'
import {checkOverlap} from './check-overlap.ts'
import {checkPageNumbers} from './check-page-numbers.ts'
import {checkTypeArea} from './check-type-area.ts'
import type {PdfPage} from './read-page.ts'

export interface PdfParts {
  readonly pdf: PDFDocumentProxy
  readonly pages: readonly PdfPage[]
  /** Pages, from 1, of the named destinations. */
  readonly destinations: ReadonlyMap<string, number>
  readonly target: Target
  readonly course: Course
  readonly units: readonly ContentUnit[]
  /** Of the deck of the same edition; absent when it was not built. */
  readonly slides: readonly SlideReading[] | undefined
}

/** A PDF as a whole: its text from front to back, its links, its page numbers, what it says of itself. */
export async function checkPdf(parts: PdfParts): Promise<ArtifactProblem[]> {
  const {course, destinations, pages, pdf, slides, target, units} = parts
  const expected = units.filter(
    ({editions, outputs}) => editions.includes(target.edition) && outputs.includes(target.output),
  )
  const generated = generatedWords(course, units)
  const common = [
    ...checkLinks(pages, {course, destinations}),
    ...checkNoteMarks(pages, course),
    ...checkOverlap(pages),
    ...checkCodeIndents(pages, units),
    ...checkLastPage(pages),
  ]
  switch (target.output) {
    case 'pdf': {
      const labels = (await pdf.getPageLabels()) ?? pages.map((_page, index) => String(index + 1))
      return [
        ...common,
        ...(await checkDescription(pdf, {course, pages, expected})),
        ...(await checkBookmarks(pdf, course, destinations)),
        ...checkHeadings(pages, course, destinations),
        ...checkReading(textOf(pages), {course, target, units}),
        ...checkPageNumbers({pages, destinations, labels}, course),
        ...checkTypeArea(pages, course.print),
      ]
    }
    case 'slides':
      return [
        ...common,
        ...(await checkDescription(pdf, {course, pages, expected: []})),
        ...checkSourceOrder(expected, destinations),
        ...(slides ? await checkSlideBookmarks(pdf, slides, {course, destinations}) : []),
        ...(slides ? checkSlidePages(pages, slides, {course, destinations, generated}) : []),
      ]
    case 'handout':
      return [
        ...common,
        ...(await checkDescription(pdf, {course, pages, expected: []})),
        // Beside its slide, a block that stands there alone may come after one of the slide.
        ...(target.layout === 'notes' || target.layout === 'worksheet' ? [] : checkSourceOrder(expected, destinations)),
        ...(slides && target.layout !== 'worksheet'
          ? await checkSlideBookmarks(pdf, slides, {course, destinations: new Map()})
          : []),
        ...(slides ? checkHandout(textOf(pages), slides, {generated, target, units}) : []),
      ]
    case 'deck':
    case 'epub':
      return common
    default:
      return target satisfies never
  }
}

const textOf = (pages: readonly PdfPage[]) => pages.map(({text}) => text).join('')

/** Links lead to something in the file, and a cross-reference to what it names. */
function checkLinks(
  pages: readonly PdfPage[],
  {course, destinations}: {readonly course: Course; readonly destinations: ReadonlyMap<string, number>},
): ArtifactProblem[] {
  const links = pages.flatMap((page, index) =>
    page.links
      .filter(({destination}) => destination !== '')
      .map(({destination, text}) => ({target: destination, text, place: `第 ${index + 1} 页 / page ${index + 1}`})),
  )
  const dead = links.filter(({target}) => !destinations.has(target))
  return [
    ...dead.map(({place, target}): ArtifactProblem => ({
      ruleId: 'link-keeps-target',
      reason: `${place}: 链接无处可去 / The link leads nowhere: ${target}`,
    })),
    ...checkLinkTargets(links, course),
  ]
}

/** The number of a note, in a text: the link that leads there. */
function checkNoteMarks(pages: readonly PdfPage[], course: Course): ArtifactProblem[] {
  const links = pages.flatMap((page) => page.links)
  return checkNoteNumbers(
    links.map(({destination, text}) => ({id: destination, number: text})),
    course,
  )
}

/** Pages inside may be blank, so that a chapter begins on the right; the last one has no reason to be. */
function checkLastPage(pages: readonly PdfPage[]): ArtifactProblem[] {
  if (pages.at(-1)?.drawn !== '') return []
  return [{ruleId: 'page-fits', reason: '最后一页是空的 / The last page is empty'}]
}
