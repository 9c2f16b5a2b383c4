import type {Page} from 'puppeteer'
import {withPage} from '../../browser/with-page.ts'
import type {TellPart} from '../../model/progress.ts'
import {finishPdf} from '../finish/finish-pdf.ts'
import {finishOf, printTagged, type PrintOptions} from '../print.ts'
import {readDestinations} from '../read-destinations.ts'
import type {BookSource} from './book-source.ts'
import {
  fillPageNumbers,
  hideTwins,
  keepShort,
  markContinued,
  releaseLong,
  removeMarks,
  setBlankPages,
  setHeads,
} from './page-script.ts'
import {plannedHeads, slugOf, typeWidth} from './page-rules.ts'
import {emptyPlan, isSamePlan, planPages, type PagePlan} from './plan-pages.ts'

export interface PrintedBook {
  readonly pdf: Uint8Array
  /** What each page bears, by the place where it begins. */
  readonly pageBreaks: ReadonlyMap<string, string>
  /** What the page of each id bears. */
  readonly labels: ReadonlyMap<string, string>
}

/**
 * A number of more digits, an index that loses a line: what a plan changes may move the pages that it was made from. Nearly all books settle in
 * three passes; from then on plans only take more room, so that they cannot go to and fro.
 */
const freePasses = 4
const mostPasses = 24

/**
 * Prints a book from one page: untagged hidden passes tell on which page each id stands, what depends on it is filled in,
 * and when a pass agrees with the plan made from the one before, the tagged print is the book. It must agree as well.
 */
export async function printBook(source: BookSource, options: PrintOptions): Promise<PrintedBook> {
  return withPage(options.browser, source, async (page) => {
    await page.evaluate(keepShort, typeWidth(options.course.print))
    const {pageBreaks, plan} = await planToFixedPoint(page, source, options.tell)
    await page.evaluate(removeMarks)
    options.tell({name: 'print', total: plan.pages.length})
    const {facts, headings, print} = await printTagged(page, source)
    const printed = planPages(source.sections, facts, plan)
    for (const id of source.anchors) {
      const [planned, found] = [plan, printed].map(({labels}) => labels.get(id))
      if (planned !== found) throw new Error(`${id} was planned for page ${planned} and printed on page ${found}`)
    }
    const frontPages = plan.pages.findIndex(({label}) => label === '1')
    const slug = slugOf(options.course.print)
    const pdf = await finishPdf(
      print,
      finishOf(source, options, {pages: plan.labels, frontPages, headings, slug}),
      options.tell,
    )
    return {pdf, pageBreaks, labels: plan.labels}
  })
}

async function planToFixedPoint(page: Page, {continuedWord, places, sections}: BookSource, tell: TellPart) {
  let plan: PagePlan = emptyPlan
  for (let pass = 0; pass < mostPasses; pass++) {
    tell({name: 'plan', done: pass + 1})
    // Each pass prints what the one before has changed.
    // oxlint-disable-next-line no-await-in-loop
    const facts = readDestinations(await printHidden(page))
    const next = planPages(sections, facts, plan)
    const breaks = pageBreaksOf(places, facts.destinations)
    const pageBreaks = new Map(Array.from(breaks, (place) => [place, next.labels.get(place) ?? '']))
    if (isSamePlan(plan, next)) return {plan: next, pageBreaks}
    plan = next
    const keepsRoom = pass >= freePasses
    // oxlint-disable-next-line no-await-in-loop
    await applyPlan(page, {plan, breaks, keepsRoom, word: continuedWord, pages: facts.destinations})
  }
  throw new Error(`The book's pages did not settle in ${mostPasses} passes`)
}

interface Application {
  readonly plan: PagePlan
  /** Places where a page begins. */
  readonly breaks: string[]
  readonly keepsRoom: boolean
  /** Of a listing that goes on. */
  readonly word: string
  /** Of each id in the print that the plan was made from. */
  readonly pages: ReadonlyMap<string, number>
}

async function applyPlan(page: Page, {breaks, keepsRoom, pages, plan, word}: Application): Promise<void> {
  await page.evaluate(releaseLong, [...pages])
  await page.evaluate(fillPageNumbers, {keepsRoom, labels: [...plan.labels]})
  await page.evaluate(hideTwins, {keepsRoom})
  await page.evaluate(setBlankPages, [...plan.blanks])
  await page.evaluate(markContinued, {breaks, word})
  await page.evaluate(setHeads, plannedHeads(plan.pages))
}

/** The first place of each page. */
function pageBreaksOf(places: readonly string[], pages: ReadonlyMap<string, number>): string[] {
  const breaks: string[] = []
  let last = 0
  for (const place of places) {
    const page = pages.get(place) ?? 0
    if (page > last) breaks.push(place)
    last = Math.max(last, page)
  }
  return breaks
}

async function printHidden(page: Page): Promise<Uint8Array> {
  const style = await page.addStyleTag({content: 'body *{visibility:hidden!important}'})
  const draft = await page.pdf({
    preferCSSPageSize: true,
    printBackground: false,
    tagged: false,
    outline: false,
  })
  await style.evaluate((element) => {
    ;(element as HTMLElement).remove()
  })
  return draft
}
