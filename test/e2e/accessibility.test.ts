import {readdir} from 'node:fs/promises'
import path from 'node:path'
import puppeteer, {type Browser, type Page} from 'puppeteer'
import {afterAll, beforeAll, describe, expect, inject, test} from 'vitest'
import {axeOfSlides, axeViolations, openWithAxe} from '../support/run-axe.ts'

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

const open = (file: string) => openWithAxe(page, path.join(inject('dist'), file))

describe('axe has nothing to say', () => {
  test('of any slide, one by one', async () => {
    // In the decks of the chapters: axe reads the whole page for each slide, and theirs are small.
    const names = await readdir(path.join(inject('dist'), 'deck'))
    const decks = names.filter((name) => name.endsWith('.html') && !['deck.html', 'index.html'].includes(name))
    const seen = new Set<string>()
    for (const name of [...decks, 'index.html']) {
      // oxlint-disable-next-line no-await-in-loop
      await open(`deck/${name}`)
      // oxlint-disable-next-line no-await-in-loop
      const ids = await page.$$eval('.slides > section', (slides) => slides.map(({id}) => id))
      const places = [...ids.entries()].flatMap(([index, id]) => (seen.has(id) ? [] : [index]))
      for (const id of ids) seen.add(id)
      // oxlint-disable-next-line no-await-in-loop
      expect(await axeOfSlides(page, places)).toEqual([])
    }
    expect(seen.size).toBeGreaterThan(200)
  })

  test.each(['index.html', 'coverage/index.html'])('of %s', async (file) => {
    await open(file)
    expect(await axeViolations(page, 'html')).toEqual([])
  })

  test('but it does of a picture without words', async () => {
    await open('index.html')
    await page.evaluate(() => {
      document.body.append(document.createElement('img'))
    })
    expect((await axeViolations(page, 'html')).join()).toContain('image-alt')
  })
})
