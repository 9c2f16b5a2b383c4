import type {Locale} from '../../locale/words.ts'
import type {ContentDocument, PrintedBook} from '../../model/book.ts'
import type {Chapter} from '../../model/course.ts'
import type {PrintSettings} from '../../model/print-settings.ts'
import {plainTitle} from '../../model/plain-title.ts'
import type {BoundSection} from './plan-pages.ts'

/** What the plan of the pages has to know of a book's documents. */
export function boundSections({documents}: PrintedBook, print: PrintSettings, locale: Locale): BoundSection[] {
  const firstOfBody = documents.findIndex((document) => isBody(document))
  return documents.map((document, index) => {
    const {head, subheads} = headsOf(document, locale)
    return {
      id: document.id,
      matter: index < firstOfBody ? 'front' : 'body',
      // Odd numbers are on the right, so the body's page 1 is.
      isRecto: print.sides === 'two' && (index === firstOfBody || (print.chapters === 'right' && opensRight(document))),
      isSilent: ['half-title', 'cover', 'imprint', 'part', 'colophon'].includes(document.role),
      head,
      subheads,
    }
  })
}

const isBody = (document: ContentDocument) =>
  document.role === 'part' || (document.role === 'chapter' && document.chapter.role !== 'preface')

const opensRight = ({role}: ContentDocument) => ['chapter', 'cover', 'part', 'toc'].includes(role)

function headsOf(document: ContentDocument, {words}: Locale): Pick<BoundSection, 'head' | 'subheads'> {
  switch (document.role) {
    case 'chapter':
      return chapterHeads(document.chapter)
    case 'list':
      return {head: document.of === 'figure' ? words.figures : words.tables, subheads: []}
    case 'toc':
      return {head: words.contents, subheads: []}
    case 'colophon':
    case 'cover':
    case 'half-title':
    case 'imprint':
    case 'part':
      return {head: '', subheads: []}
    default:
      return document satisfies never
  }
}

/** Left-hand pages bear the chapter, right-hand ones the section. */
function chapterHeads({label, sections, shortTitle}: Chapter): Pick<BoundSection, 'head' | 'subheads'> {
  const subheads = sections.map(({id, number, shortTitle: short, title}) => ({
    id,
    head: `${number} ${short || plainTitle(title)}`.trim(),
  }))
  return {head: `${label} ${shortTitle}`.trim(), subheads}
}
