import type {Browser, Page} from 'puppeteer'
import {withPage} from '../browser/with-page.ts'
import {fixDates} from './fix-dates.ts'
import {readDestinations} from './read-destinations.ts'
import type {BookSource, PrintSource} from './render-book-html.ts'

export interface PrintOptions {
  readonly browser: Browser
  /** ISO 8601 instant for the document's dates. */
  readonly modified: string
}

/**
 * Prints a document once, tagged, with bookmarks. Throws when an id that should be a named destination is none: then
 * the page does not hold what was planned.
 */
export async function printDocument(source: PrintSource, {browser, modified}: PrintOptions): Promise<Uint8Array> {
  return withPage(browser, source, async (page) => {
    const pdf = await printTagged(page, modified)
    assertDestinations(source, pdf)
    return pdf
  })
}

export interface PrintedBook {
  readonly pdf: Uint8Array
  /** Number of each page by the place where it begins. */
  readonly pageBreaks: ReadonlyMap<string, number>
}

/**
 * Prints a book in two passes over one page: an untagged hidden one tells on which page each id stands, the contents
 * are filled in, and the second one is the book. The pages of both must agree.
 */
export async function printBook(source: BookSource, {browser, modified}: PrintOptions): Promise<PrintedBook> {
  return withPage(browser, source, async (page) => {
    const plan = await planPages(page)
    await page.evaluate(removeMarks)
    await page.evaluate(fillPageNumbers, [...plan.destinations])
    const pdf = await printTagged(page, modified)
    const result = assertDestinations(source, pdf)
    for (const id of source.anchors) {
      const planned = plan.destinations.get(id)
      const printed = result.destinations.get(id)
      if (printed !== planned) throw new Error(`${id} was planned for page ${planned} and printed on page ${printed}`)
    }
    return {pdf, pageBreaks: pageBreaksOf(source.places, plan.destinations)}
  })
}

/** The first place of each page, with the page's number. */
function pageBreaksOf(places: readonly string[], pages: ReadonlyMap<string, number>): Map<string, number> {
  const breaks = new Map<string, number>()
  let last = 0
  for (const place of places) {
    const page = pages.get(place) ?? 0
    if (page > last) {
      breaks.set(place, page)
      last = page
    }
  }
  return breaks
}

/** Runs in the page: marks and their links go, so that the book has nothing of them. */
function removeMarks(): void {
  for (const mark of document.querySelectorAll('.page-mark')) {
    document.querySelector(`.anchors > a[href='#${mark.id}']`)?.remove()
    const {parentElement} = mark
    mark.remove()
    parentElement?.normalize()
  }
}

async function planPages(page: Page) {
  const style = await page.addStyleTag({content: 'body *{visibility:hidden!important}'})
  const draft = await page.pdf({preferCSSPageSize: true, printBackground: false, tagged: false, outline: false})
  await style.evaluate((element) => {
    ;(element as HTMLElement).remove()
  })
  return readDestinations(draft)
}

/** Runs in the page. */
function fillPageNumbers(pages: [string, number][]): void {
  const numbers = new Map(pages)
  for (const element of document.querySelectorAll<HTMLElement>('[data-page-of]')) {
    element.textContent = String(numbers.get(element.dataset['pageOf'] ?? '') ?? '')
  }
  // An index names a page once, however often the words stand there.
  for (const places of document.querySelectorAll('.index-places')) {
    const seen = new Set<string | null>()
    for (const link of places.querySelectorAll('a')) {
      if (seen.has(link.textContent)) {
        link.previousSibling?.remove()
        link.remove()
      }
      seen.add(link.textContent)
    }
  }
}

async function printTagged(page: Page, modified: string): Promise<Uint8Array> {
  const pdf = await page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
    timeout: 600_000,
  })
  return fixDates(pdf, modified)
}

function assertDestinations(source: PrintSource, pdf: Uint8Array) {
  const result = readDestinations(pdf)
  const missing = source.anchors.filter((id) => !result.destinations.has(id))
  if (missing.length > 0) throw new Error(`The printed PDF has no destination for ${missing.join(', ')}`)
  return result
}
