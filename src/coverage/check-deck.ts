import path from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Browser} from 'puppeteer'
import {findFaintText} from './deck/find-faint-text.ts'
import {findOverflow} from './deck/find-overflow.ts'
import {findOverlap} from './deck/find-overlap.ts'
import {findSmallText} from './deck/find-small-text.ts'
import type {DeckDefect} from './deck/deck-defect.ts'
import {readDensity} from './deck/read-density.ts'
import type {ArtifactProblem, SlideDensity} from '../model/coverage.ts'

export interface DeckLook {
  readonly problems: readonly ArtifactProblem[]
  readonly density: readonly SlideDensity[]
}

/**
 * Opens the finished deck from its file as an audience would, and looks at every slide in its last state, all fragments
 * shown: nothing runs over, is too small or too faint, or stands upon another thing. Independent of how slides were cut.
 * Requests for anything but files are problems too, and so are errors in its console.
 */
export async function checkDeck(browser: Browser, file: string): Promise<DeckLook> {
  const page = await browser.newPage()
  const problems: ArtifactProblem[] = []
  page.on('request', (request) => {
    const url = request.url()
    if (!/^(?:file|data|about|blob):/u.test(url))
      problems.push({ruleId: 'no-network-request', reason: `the deck asks for ${url}`})
  })
  page.on('pageerror', (error) => {
    problems.push({
      ruleId: 'artifact-opens',
      reason: `the deck's script fails: ${error instanceof Error ? error.message : String(error)}`,
    })
  })
  try {
    await page.setViewport({width: 1280, height: 720})
    await page.goto(pathToFileURL(path.resolve(file)).href, {waitUntil: 'load'})
    await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true', {timeout: 60_000})
    await page.evaluate(() => document.fonts.ready.then(() => true))
    await page.evaluate(showEverything)
    const defects = [
      ...(await page.evaluate(findOverflow)),
      ...(await page.evaluate(findSmallText)),
      ...(await page.evaluate(findFaintText)),
      ...(await page.evaluate(findOverlap)),
    ]
    const density = await page.evaluate(readDensity)
    return {problems: [...problems, ...defects.map((defect) => problemOf(defect))], density}
  } catch (error) {
    const reason = `the deck does not open: ${error instanceof Error ? error.message : String(error)}`
    return {problems: [...problems, {ruleId: 'artifact-opens', reason}], density: []}
  } finally {
    await page.close()
  }
}

function problemOf({chinese, english, ruleId, slide, unit}: DeckDefect): ArtifactProblem {
  const reason = `第 ${slide} 张${chinese} / Slide ${slide}: ${english}`
  return {ruleId, reason, ...(unit ? {unit} : {})}
}

/** Runs in the deck: the last state of every slide, with none out of sight. */
function showEverything(): void {
  for (const fragment of document.querySelectorAll('.fragment')) fragment.classList.add('visible')
  for (const section of document.querySelectorAll<HTMLElement>('.slides > section')) {
    section.hidden = false
    section.style.display = 'block'
  }
}
