import path from 'node:path'
import {axeOfSlides, axeViolations, openWithAxe} from '../run-axe.ts'
import {runAce} from '../run-ace.ts'
import {hasJava, runEpubcheck} from '../run-epubcheck.ts'
import {runHtmlValidate} from '../run-html-validate.ts'
import {bookPath, openDeck} from './markup.ts'
import type {Changes} from './mutant.ts'
import {withChanged, type Bench, type Outcome} from './run-mutant.ts'

export const toolNames = ['EPUBCheck', 'Ace', 'html-validate', 'axe'] as const
export type ToolName = (typeof toolNames)[number]

/** What other tools say of a mutant, where they were run. */
export type ToolFindings = ReadonlyMap<ToolName, readonly string[]>

type Subject = Pick<Outcome, 'mutant' | 'changes'>

/**
 * What EPUBCheck (Java) and html-validate say of the mutants of the e-book, Ace of the first of each category, which takes it as long as all
 * others together, and axe of the slides that a mutant of a deck changes, of the home page and of the report; by the mutants' ids.
 * Where a tool did not run there is no entry. Throws when a tool has something to say of the book without a defect.
 */
export async function runOthers(bench: Bench, mutants: readonly Subject[]): Promise<Map<string, ToolFindings>> {
  const hasEpubcheck = await hasJava()
  await assertSilent(bench, hasEpubcheck)
  const found = new Map<string, ToolFindings>()
  const categories = new Set<string>()
  for (const {changes, mutant} of mutants) {
    const isFirst = mutant.artifact === 'epub' && !categories.has(mutant.category)
    if (isFirst) categories.add(mutant.category)
    // In turn: they share one browser and two cores.
    // oxlint-disable-next-line no-await-in-loop
    const ofBook = await checkBook(bench, {changes, mutant}, {hasEpubcheck, hasAce: isFirst})
    // oxlint-disable-next-line no-await-in-loop
    const ofPage = await checkPage(bench, {changes, mutant})
    found.set(mutant.id, new Map([...ofBook, ...ofPage]))
  }
  return found
}

interface BookTools {
  readonly hasEpubcheck: boolean
  readonly hasAce: boolean
}

async function assertSilent(bench: Bench, hasEpubcheck: boolean): Promise<void> {
  const found = await lookAt(path.join(bench.dist, bookPath), bench, {hasEpubcheck, hasAce: true})
  const said = [...found].flatMap(([tool, messages]) => messages.map((message) => `${tool}: ${message}`))
  if (said.length > 0) throw new Error(`Said of the book without a defect:\n${said.join('\n')}`)
}

async function checkBook(bench: Bench, {changes, mutant}: Subject, tools: BookTools): Promise<ToolFindings> {
  if (mutant.artifact !== 'epub' || !changes.get(bookPath)) return new Map()
  return withChanged(bench, changes, (folder) => lookAt(path.join(folder, bookPath), bench, tools))
}

async function lookAt(file: string, {browser}: Bench, {hasAce, hasEpubcheck}: BookTools): Promise<ToolFindings> {
  // A book that cannot be opened is a finding, too.
  const run = (tool: () => Promise<string[]>) => tool().catch((error: unknown) => [String(error).slice(0, 200)])
  const {executable} = browser
  const found = new Map<ToolName, readonly string[]>()
  if (hasEpubcheck) found.set('EPUBCheck', await run(() => runEpubcheck(file)))
  found.set('html-validate', await run(() => runHtmlValidate(file)))
  if (hasAce && executable) found.set('Ace', await run(() => runAce(file, executable)))
  return found
}

interface Look {
  readonly file: string
  /** Places of slides; absent: the whole page. */
  readonly slides?: readonly number[]
}

async function checkPage(bench: Bench, {changes, mutant}: Subject): Promise<ToolFindings> {
  const look = lookOf(bench, mutant.artifact, changes)
  if (!look || !changes.get(look.file)) return new Map()
  const found = await withChanged(bench, changes, async (folder) => {
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
  return new Map([['axe', found]])
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
    case 'handout alone':
    case 'pdf':
    case 'slides':
    case 'slides alone':
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
