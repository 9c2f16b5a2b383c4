import path from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Page} from 'puppeteer'
import {installColourContrast} from './deck/colour-contrast.ts'
import {findEmpty} from './deck/find-empty.ts'
import {findFaintGraphics} from './deck/find-faint-graphics.ts'
import {findFaintText} from './deck/find-faint-text.ts'
import {findForeignGlyphs} from './deck/find-foreign-glyphs.ts'
import {findHidden} from './deck/find-hidden.ts'
import {findOverflow} from './deck/find-overflow.ts'
import {findOverlap} from './deck/find-overlap.ts'
import {findPoorImages} from './deck/find-poor-images.ts'
import {findSmallText} from './deck/find-small-text.ts'
import type {DeckDefect} from './deck/deck-defect.ts'
import {lookAtReadingPanel} from './deck/look-at-reading-panel.ts'
import {watchPage} from './deck/watch-page.ts'
import {readDensity} from './deck/read-density.ts'
import {lookThrough, type Pages} from './look-through.ts'
import {append} from '../model/append.ts'
import type {ArtifactProblem, SlideDensity} from '../model/coverage.ts'

export interface DeckLook {
  readonly problems: readonly ArtifactProblem[]
  readonly density: readonly SlideDensity[]
}

/**
 * Opens the finished deck from its file as an audience would, and looks at every slide: in no state of its steps does anything run
 * over or stand upon another thing, and nothing is too small or too faint. Independent of how slides were cut.
 * The network is cut; requests for anything but files of its folder are problems too, in light, dark and print, and so are errors in its
 * console and whatever its policy keeps from running.
 */
export function checkDeck(browser: Pages, file: string): Promise<DeckLook> {
  return lookThrough(browser, (page) => lookAtDeck(page, file))
}

async function lookAtDeck(page: Page, file: string): Promise<DeckLook> {
  const problems: ArtifactProblem[] = []
  const home = new URL('.', pathToFileURL(path.resolve(file))).href
  const watch = await watchPage(page, (request) => request.url().startsWith(home) || request.url().startsWith('data:'))
  page.on('requestfailed', (request) => {
    const url = request.url()
    const name = decodeURIComponent(url.slice(url.lastIndexOf('/') + 1))
    const isMissing = request.failure()?.errorText === 'net::ERR_FILE_NOT_FOUND'
    if (url.startsWith('file:') && isMissing)
      problems.push({ruleId: 'artifact-opens', reason: `the deck lacks a file: ${name}`})
  })
  page.on('pageerror', (error) => {
    problems.push({
      ruleId: 'artifact-opens',
      reason: `the deck's script fails: ${error instanceof Error ? error.message : String(error)}`,
    })
  })
  try {
    await page.setOfflineMode(true)
    await page.setViewport({width: 1280, height: 720})
    await page.goto(pathToFileURL(path.resolve(file)).href, {waitUntil: 'load'})
    await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true', {timeout: 60_000})
    await page.evaluate(loadFonts)
    await page.evaluate(installColourContrast)
    append(problems, await lookAtReadingPanel(page))
    const defects = [
      ...(await lookAtSteps(page)),
      ...(await page.evaluate(findEmpty)),
      ...(await page.evaluate(findForeignGlyphs)),
      ...(await page.evaluate(findOverflow)),
      ...(await page.evaluate(findSmallText)),
      ...(await page.evaluate(findPoorImages)),
      ...(await page.evaluate(findFaintText)),
      ...(await page.evaluate(findFaintGraphics)),
      ...(await page.evaluate(findOverlap)),
      ...(await page.evaluate(findHidden)),
    ]
    const density = await page.evaluate(readDensity)
    await lookInOtherMedia(page)
    append(problems, await watch.problems())
    return {problems: [...problems, ...defects.map((defect) => problemOf(defect))], density}
  } catch (error) {
    const reason = `the deck does not open: ${error instanceof Error ? error.message : String(error)}`
    return {problems: [...problems, ...(await watch.problems()), {ruleId: 'artifact-opens', reason}], density: []}
  }
}

/** Rules that hold for other media ask for what they need when the page is seen so. */
async function lookInOtherMedia(page: Page): Promise<void> {
  for (const media of ['print', 'screen'] as const) {
    for (const scheme of ['dark', 'light']) {
      // One after the other.
      // oxlint-disable-next-line no-await-in-loop
      await page.emulateMediaType(media)
      // oxlint-disable-next-line no-await-in-loop
      await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: scheme}])
      // oxlint-disable-next-line no-await-in-loop
      await page.evaluate(nextFrame)
    }
  }
}

/** Runs in the deck: until styles and layout are those of the medium. */
const nextFrame = () =>
  new Promise<void>((resolve) => {
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        resolve()
      })
    })
  })

function problemOf({chinese, english, ruleId, slide, unit}: DeckDefect): ArtifactProblem {
  const reason = `第 ${slide} 张${chinese} / Slide ${slide}: ${english}`
  return {ruleId, reason, ...(unit ? {unit} : {})}
}

/**
 * Runs in the deck. A face is loaded when text that is shown asks for it, and most slides are hidden at first: what is measured
 * before has the widths of another font.
 */
async function loadFonts(): Promise<void> {
  await Promise.all(Array.from(document.fonts, (face) => face.load()))
  await document.fonts.ready
}

/** Every state before the last of the slides that have steps; then all slides stand in their last state. */
async function lookAtSteps(page: Page): Promise<DeckDefect[]> {
  const defects: DeckDefect[] = []
  const count = await page.evaluate(countSteps)
  for (let step = 0; step < count; step++) {
    // One state after the other.
    // oxlint-disable-next-line no-await-in-loop
    await page.evaluate(showStep, step)
    // oxlint-disable-next-line no-await-in-loop
    append(defects, [...(await page.evaluate(findOverflow)), ...(await page.evaluate(findOverlap))])
  }
  await page.evaluate(showStep, Number.POSITIVE_INFINITY)
  const distinct = new Map(defects.map((defect) => [`${defect.slide} ${defect.unit} ${defect.chinese}`, defect]))
  return [...distinct.values()]
}

/** Runs in the deck: the steps of the slide that has most. */
function countSteps(): number {
  let most = 0
  for (const section of document.querySelectorAll('.slides > section'))
    most = Math.max(most, section.querySelectorAll('.slide .fragment').length)
  return most
}

/**
 * Runs in the deck: slides after so many steps, and no others than those that have more; after infinitely many, all in their
 * last state, and none out of sight. Without transitions, what is shown is there at once.
 */
function showStep(step: number): void {
  document.documentElement.style.setProperty('--r-transition-speed', '0s')
  for (const section of document.querySelectorAll<HTMLElement>('.slides > section')) {
    const fragments = Array.from(section.querySelectorAll<HTMLElement>('.slide .fragment'))
    const order = fragments.map((fragment) => Number(fragment.dataset['fragmentIndex'] ?? 0))
    for (const [index, fragment] of fragments.entries()) {
      fragment.style.transition = 'none'
      fragment.classList.toggle('visible', (order[index] ?? 0) < step)
      fragment.classList.toggle('current-fragment', (order[index] ?? 0) === step - 1)
    }
    const isShown = step === Number.POSITIVE_INFINITY || fragments.length > step
    section.hidden = false
    section.style.display = isShown ? 'block' : 'none'
  }
}
