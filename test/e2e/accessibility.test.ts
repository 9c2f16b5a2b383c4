import {readdir, readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import puppeteer, {type Browser, type Page} from 'puppeteer'
import {afterAll, beforeAll, describe, expect, inject, test} from 'vitest'

interface Axe {
  run: (context: unknown, options: unknown) => Promise<{violations: Violation[]}>
}

interface Violation {
  id: string
  nodes: {target: string[]}[]
}

const require = createRequire(import.meta.url)
let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await puppeteer.connect({browserWSEndpoint: inject('browser')})
  page = await browser.newPage()
  await page.setViewport({width: 1280, height: 720})
})

afterAll(async () => {
  await page.close()
  await browser.disconnect()
})

async function open(file: string): Promise<void> {
  await page.goto(pathToFileURL(path.join(inject('dist'), file)).href)
  await page.evaluate(await readFile(require.resolve('axe-core/axe.min.js'), 'utf8'))
}

/** Runs in the page. `whole`: the page; else only the slide that is shown. */
async function violations(selector: string): Promise<string[]> {
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

describe('axe has nothing to say', () => {
  test('of any slide, one by one', async () => {
    // In the decks of the chapters: axe reads the whole page for each slide, and theirs are small.
    const decks = (await readdir(path.join(inject('dist'), 'deck'))).filter((name) => /^[\da-z-]+\.html$/u.test(name))
    const seen = new Set<string>()
    const found: string[] = []
    for (const name of [...decks.filter((deck) => !['deck.html', 'index.html'].includes(deck)), 'index.html']) {
      // In turn: a slide that is not shown is not looked at.
      // oxlint-disable-next-line no-await-in-loop
      await open(`deck/${name}`)
      // oxlint-disable-next-line no-await-in-loop
      await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true')
      // oxlint-disable-next-line no-await-in-loop
      const ids = await page.$$eval('.slides > section', (slides) => slides.map(({id}) => id))
      for (const [index, id] of ids.entries()) {
        if (seen.has(id)) continue
        seen.add(id)
        // oxlint-disable-next-line no-await-in-loop
        await page.evaluate((at) => {
          ;(window as unknown as {Reveal: {slide: (index: number) => void}}).Reveal.slide(at)
        }, index)
        // oxlint-disable-next-line no-await-in-loop
        const ofSlide = await page.evaluate(violations, '.slides > section.present')
        found.push(...ofSlide.map((violation) => `${id} ${violation}`))
      }
      // The whole deck has no slide that was not looked at.
      if (name === 'index.html') expect(ids.filter((id) => !seen.has(id))).toEqual([])
    }
    expect(seen.size).toBeGreaterThan(200)
    expect(found).toEqual([])
  })

  test.each(['index.html', 'coverage/index.html'])('of %s', async (file) => {
    await open(file)
    expect(await page.evaluate(violations, 'html')).toEqual([])
  })

  test('but it does of a picture without words', async () => {
    await open('index.html')
    await page.evaluate(() => {
      document.body.append(document.createElement('img'))
    })
    expect((await page.evaluate(violations, 'html')).join()).toContain('image-alt')
  })
})
