import {readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {pathToFileURL} from 'node:url'
import type {Page} from 'puppeteer'

interface Axe {
  run: (context: unknown, options: unknown) => Promise<{violations: Violation[]}>
}

interface Violation {
  id: string
  nodes: {target: string[]}[]
}

const require = createRequire(import.meta.url)

/** Opens a file with axe beside it. */
export async function openWithAxe(page: Page, file: string): Promise<void> {
  await page.goto(pathToFileURL(file).href)
  await page.evaluate(await readFile(require.resolve('axe-core/axe.min.js'), 'utf8'))
}

/** What axe says of a part of the page that is open: a line a violation. */
export const axeViolations = (page: Page, selector: string): Promise<string[]> => page.evaluate(runInPage, selector)

/** The same of slides of a deck that is open, by their place, from 0: a slide that is not shown is not looked at. */
export async function axeOfSlides(page: Page, slides: readonly number[]): Promise<string[]> {
  await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true', {timeout: 10_000})
  const found: string[] = []
  for (const index of slides) {
    // oxlint-disable-next-line no-await-in-loop
    await page.evaluate((at) => {
      ;(window as unknown as {Reveal: {slide: (index: number) => void}}).Reveal.slide(at)
    }, index)
    // oxlint-disable-next-line no-await-in-loop
    const ofSlide = await axeViolations(page, '.slides > section.present')
    found.push(...ofSlide.map((violation) => `${index + 1} ${violation}`))
  }
  return found
}

async function runInPage(selector: string): Promise<string[]> {
  const {axe} = window as unknown as {axe: Axe}
  // Colours of drawings and over gradients are looked at elsewhere.
  const result = await axe.run(selector, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']})
  return result.violations.map(
    ({id, nodes}) =>
      `${id}: ${nodes
        .map(({target}) => target.join(' '))
        .slice(0, 3)
        .join(', ')}`,
  )
}
