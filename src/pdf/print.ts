import type {Browser, Page} from 'puppeteer'
import {withPage} from '../browser/with-page.ts'
import {fixDates} from './fix-dates.ts'
import type {PrintSource} from './print-source.ts'
import {readDestinations, type PdfFacts} from './read-destinations.ts'

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

export async function printTagged(page: Page, modified: string): Promise<Uint8Array> {
  const pdf = await page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
    timeout: 600_000,
  })
  return fixDates(pdf, modified)
}

/** Facts of a print that has all destinations it should. */
export function assertDestinations(source: PrintSource, pdf: Uint8Array): PdfFacts {
  const facts = readDestinations(pdf)
  const missing = source.anchors.filter((id) => !facts.destinations.has(id))
  if (missing.length > 0) throw new Error(`The printed PDF has no destination for ${missing.join(', ')}`)
  return facts
}
