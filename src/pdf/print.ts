import type {Page} from 'puppeteer'
import type {Pages} from '../browser/open-browser.ts'
import {withPage} from '../browser/with-page.ts'
import {localeFor} from '../locale/locale.ts'
import type {Course} from '../model/course.ts'
import type {TellPart} from '../model/progress.ts'
import {finishPdf, type Finish} from './finish/finish-pdf.ts'
import type {Heading} from './finish/mend-bookmarks.ts'
import {formulaMark} from './finish/mend-structure.ts'
import type {PrintSource} from './print-source.ts'
import {readDestinations, type PdfFacts} from './read-destinations.ts'

export interface PrintOptions {
  readonly browser: Pages
  readonly course: Course
  /** ISO 8601 instant for the document's dates. */
  readonly modified: string
  readonly tell: TellPart
}

/**
 * Prints a document once, tagged, with bookmarks. Throws when an id that should be a named destination is none: then
 * the page does not hold what was planned.
 */
export async function printDocument(source: PrintSource, options: PrintOptions): Promise<Uint8Array> {
  options.tell({name: 'print'})
  const {facts, headings, print} = await withPage(options.browser, source, (page) => printTagged(page, source))
  return finishPdf(print, finishOf(source, options, {pages: facts.destinations, headings}), options.tell)
}

export interface TaggedPrint {
  readonly print: Uint8Array
  readonly facts: PdfFacts
  /** Those that bookmarks are made from. */
  readonly headings: readonly Heading[]
}

/** The page as a tagged PDF that has all destinations it should. */
export async function printTagged(page: Page, source: PrintSource): Promise<TaggedPrint> {
  await page.evaluate(markFormulas, formulaMark)
  const print = await page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
  })
  const facts = readDestinations(print)
  const missing = source.anchors.filter((id) => !facts.destinations.has(id))
  if (missing.length > 0) throw new Error(`The printed PDF has no destination for ${missing.join(', ')}`)
  return {print, facts, headings: await page.evaluate(headingTexts)}
}

/** Runs in the page: the engine tags a picture with a label and nothing around it; the label says that it is of a formula. */
function markFormulas(mark: string): void {
  for (const formula of document.querySelectorAll('.formula[aria-label]')) {
    const picture = formula.querySelector('svg')
    picture?.removeAttribute('aria-hidden')
    picture?.setAttribute('role', 'img')
    picture?.setAttribute('aria-label', mark + (formula.getAttribute('aria-label') ?? ''))
    formula.removeAttribute('aria-label')
    formula.removeAttribute('role')
  }
}

/** Runs in the page: the headings that have bookmarks. */
function headingTexts(): Heading[] {
  const headings = document.querySelectorAll<HTMLElement>(':is(h1, h2, h3, h4, h5, h6):not([role="paragraph"])')
  return Array.from(headings, ({dataset, textContent}) => {
    const text = textContent.replaceAll(/\s+/gu, ' ').trim()
    return dataset['title'] === undefined ? {text} : {text, title: dataset['title']}
  })
}

interface PageFacts {
  readonly headings: readonly Heading[]
  /** What the page of a destination bears. */
  readonly pages: ReadonlyMap<string, number | string>
  readonly frontPages?: number
  readonly slug?: number
}

export function finishOf(
  {margins = {top: 0, bottom: 0}, title}: PrintSource,
  {course, modified}: PrintOptions,
  {frontPages = 0, headings, pages, slug = 0}: PageFacts,
): Finish {
  const {authors, description, identifier, language, license, subjects} = course
  const {words} = localeFor(course)
  return {
    title,
    authors,
    description,
    identifier,
    language,
    subjects,
    rights: license.name,
    modified,
    frontPages,
    headings,
    slug,
    margins: {top: margins.top + slug, bottom: margins.bottom + slug},
    pageName(destination) {
      const page = pages.get(destination)
      return page === undefined || page === '' ? undefined : words.page(page)
    },
  }
}
