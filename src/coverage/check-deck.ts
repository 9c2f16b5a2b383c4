import path from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Browser} from 'puppeteer'
import type {ArtifactProblem} from '../model/coverage.ts'

/** What the browser found on a slide that does not fit. */
interface Overflow {
  readonly slide: number
  readonly unit: string
  readonly excess: number
}

/**
 * Opens the finished deck from its file as an audience would, and measures every slide in its last state, all
 * fragments shown: each element's box against the slide's. Independent of how the slides were cut.
 * Requests for anything but files are problems too, and so are errors in its console.
 */
export async function checkDeck(browser: Browser, file: string): Promise<ArtifactProblem[]> {
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
    const overflows = await page.evaluate(measureDeck)
    return [...problems, ...overflows.map((overflow) => overflowProblem(overflow))]
  } catch (error) {
    const reason = `the deck does not open: ${error instanceof Error ? error.message : String(error)}`
    return [...problems, {ruleId: 'artifact-opens', reason}]
  } finally {
    await page.close()
  }
}

function overflowProblem({excess, slide, unit}: Overflow): ArtifactProblem {
  const reason = `第 ${slide} 张超出 ${excess} 像素 / Slide ${slide} overflows by ${excess} px`
  return {ruleId: 'slide-fits', reason, ...(unit ? {unit} : {})}
}

/**
 * Runs in the deck. A box may stand over its slide's or its footer's edge by at most 1 px; boxes of 1 px are hidden text,
 * and what is inside a drawing is the drawing's affair.
 */
function measureDeck(): Overflow[] {
  const reveal = (window as unknown as {Reveal: {slide: (index: number) => void; getScale: () => number}}).Reveal
  for (const fragment of document.querySelectorAll('.fragment')) fragment.classList.add('visible')
  const slides = Array.from(document.querySelectorAll<HTMLElement>('.slides > section > .slide'))
  return slides.flatMap((slide, index) => {
    reveal.slide(index)
    const worst = Array.from(slide.querySelectorAll<HTMLElement>('*'), (element) => ({
      excess: Math.ceil(excessOf(element, slide) / reveal.getScale()),
      unit: element.closest<HTMLElement>('[data-block]')?.dataset['block'] ?? '',
    })).reduce((most, found) => (found.excess > most.excess ? found : most), {excess: 1, unit: ''})
    return worst.excess > 1 ? [{slide: index + 1, ...worst}] : []
  })

  function excessOf(element: HTMLElement, slide: HTMLElement): number {
    const box = element.getBoundingClientRect()
    const isInDrawing = element.parentElement?.closest('svg')
    if (box.width <= 1 || box.height <= 1 || isInDrawing) return 0
    const frame = slide.getBoundingClientRect()
    const foot = slide.querySelector('.page-notes') ?? slide.querySelector('.slide-footer')
    const bottom = element.closest('.slide-body') && foot ? foot.getBoundingClientRect().top : frame.bottom
    return Math.max(box.bottom - bottom, box.right - frame.right, frame.left - box.left)
  }
}
