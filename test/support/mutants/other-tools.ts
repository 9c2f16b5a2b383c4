import path from 'node:path'
import {axeOfSlides, axeViolations, openWithAxe} from '../run-axe.ts'
import {hasJava, runEpubcheck} from '../run-epubcheck.ts'
import {bookPath, openDeck} from './markup.ts'
import type {Changes} from './mutant.ts'
import {withChanged, type Bench, type Outcome} from './run-mutant.ts'

export type ToolName = 'EPUBCheck' | 'axe'

/** What other tools say of a mutant, where they were run. */
export type ToolFindings = ReadonlyMap<ToolName, readonly string[]>

/**
 * What EPUBCheck (Java) says of the mutants of the e-book, and axe of the slides that a mutant of a deck changes, of the home
 * page and of the report; by the mutants' ids. Where a tool did not run there is no entry.
 */
export async function runOthers(bench: Bench, outcomes: readonly Outcome[]): Promise<Map<string, ToolFindings>> {
  const isThere = await hasJava()
  const found = new Map<string, ToolFindings>()
  for (const outcome of outcomes) {
    const tools = new Map<ToolName, readonly string[]>()
    // In turn: they share one browser and two cores.
    // oxlint-disable-next-line no-await-in-loop
    const ofBook = isThere ? await checkBook(bench, outcome) : undefined
    // oxlint-disable-next-line no-await-in-loop
    const ofPage = await checkPage(bench, outcome)
    if (ofBook) tools.set('EPUBCheck', ofBook)
    if (ofPage) tools.set('axe', ofPage)
    found.set(outcome.mutant.id, tools)
  }
  return found
}

async function checkBook(bench: Bench, {changes, mutant}: Outcome): Promise<string[] | undefined> {
  if (mutant.artifact !== 'epub' || !changes.get(bookPath)) return undefined
  return withChanged(bench, changes, (folder) =>
    // A book that cannot be opened is a finding, too.
    runEpubcheck(path.join(folder, bookPath)).catch((error: unknown) => [String(error)]),
  )
}

interface Look {
  readonly file: string
  /** Places of slides; absent: the whole page. */
  readonly slides?: readonly number[]
}

async function checkPage(bench: Bench, {changes, mutant}: Outcome): Promise<string[] | undefined> {
  const look = lookOf(bench, mutant.artifact, changes)
  if (!look || !changes.get(look.file)) return undefined
  return withChanged(bench, changes, async (folder) => {
    const page = await bench.browser.newPage()
    try {
      await page.setViewport({width: 1280, height: 720})
      await openWithAxe(page, path.join(folder, look.file))
      return await (look.slides ? axeOfSlides(page, look.slides) : axeViolations(page, 'html'))
    } catch (error) {
      return [String(error)]
    } finally {
      await page.close()
    }
  })
}

function lookOf(bench: Bench, artifact: Outcome['mutant']['artifact'], changes: Changes): Look | undefined {
  switch (artifact) {
    case 'site':
      return {file: 'index.html'}
    case 'coverage':
      return {file: 'coverage/index.html'}
    case 'deck':
    case 'teacher deck': {
      const folder = artifact === 'deck' ? 'deck/' : 'teacher/deck/'
      const file = `${folder}index.html` as const
      const slides = changedSlides(bench, changes, folder)
      return slides.length > 0 ? {file, slides} : undefined
    }
    case 'epub':
    case 'handout':
    case 'pdf':
    case 'slides':
    case 'teacher handout':
      return undefined
    default:
      return artifact satisfies never
  }
}

/** Places of the slides that are not as they were. */
function changedSlides({files}: Bench, changes: Changes, folder: 'deck/' | 'teacher/deck/'): number[] {
  const main = changes.get(`${folder}index.html`)
  if (!main) return []
  const before = openDeck(folder)(files).pieces
  const after = openDeck(folder)(new Map([[`${folder}index.html`, main]])).pieces
  return [...after].flatMap(([id, source], index) => (before.get(id) === source ? [] : [index]))
}
