import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import puppeteer from 'puppeteer'
import {afterAll, beforeAll, expect, inject, test} from 'vitest'
import type {BuildResult} from '../../src/build.ts'
import {buildFor} from '../support/build-for.ts'
import {nodesOf, readPdf} from '../support/read-pdf.ts'

let folder = ''
let result: BuildResult
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-dialect-'))
  result = await buildFor('docs', path.join(folder, 'dist'))
})
afterAll(() => rm(folder, {recursive: true, force: true}))

test('the page of the dialect builds: every construct is in every output', () => {
  expect(result.files.flatMap((file) => file.messages.map(String))).toEqual([])
  expect(result.report?.findings).toEqual([])
  expect(result.report?.units.length).toBeGreaterThan(300)
})

test('the slides as PDF have a page for each step of the deck, of which only the first is a bookmark', async () => {
  const [html, pdf] = await Promise.all([
    readFile(path.join(folder, 'dist/deck/index.html'), 'utf8'),
    readPdf(path.join(folder, 'dist/dialect-slides.pdf')),
  ])
  const count = (pattern: RegExp) => html.match(pattern)?.length ?? 0
  const fragments = count(/class="(?:[^"]* )?fragment[ "]/gu)
  expect(fragments).toBeGreaterThan(5)
  expect(pdf.pages).toHaveLength(count(/<section /gu) + fragments)
  // A drawing comes layer by layer: its caption stands from the first, what is drawn last only on the last.
  const pages = pdf.pages.filter(({text}) => text.includes('一层一层出现的图'))
  expect(pages.map(({text}) => text.includes('现在'))).toEqual([false, false, true])
  const steps = pdf.pages.filter(({text}) => text.includes('一步一步'))
  const headed = steps.filter(({structure}) => [...nodesOf(structure)].some(({role}) => /^H[2-6]$/u.test(role ?? '')))
  expect(headed.length).toBeGreaterThan(0)
  expect(headed.length).toBeLessThan(steps.length)
  expect(pdf.bookmarks.filter((title) => title === '一步一步')).toHaveLength(headed.length)
})

test('a slide that is continued is animated into its continuation, and not into another heading', async () => {
  const browser = await puppeteer.connect({browserWSEndpoint: inject('browser')})
  const page = await browser.newPage()
  try {
    await page.goto(`${pathToFileURL(path.join(folder, 'dist/deck/02-slides.html')).href}#/sec-mapping`)
    await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true')
    await page.evaluate(() => {
      const {Reveal} = window as unknown as {Reveal: {on: (event: string, listener: (event: Event) => void) => void}}
      document.documentElement.dataset['animated'] = ''
      Reveal.on('autoanimate', (event) => {
        const {toSlide} = event as Event & {toSlide: HTMLElement}
        document.documentElement.dataset['animated'] += `${toSlide.id} `
      })
    })
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.waitForFunction(() => location.hash === '#/sec-control')
    expect(await page.evaluate(() => document.documentElement.dataset['animated'])).toBe('sec-mapping-p2 ')
  } finally {
    await page.close()
    await browser.disconnect()
  }
})

test('the groups of a drawing come one key at a time', async () => {
  const browser = await puppeteer.connect({browserWSEndpoint: inject('browser')})
  const page = await browser.newPage()
  try {
    await page.goto(pathToFileURL(path.join(folder, 'dist/deck/02-slides.html')).href)
    await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true')
    await page.evaluate(() => {
      const slides = Array.from(document.querySelectorAll('.slides > section'))
      const {Reveal} = window as unknown as {Reveal: {slide: (index: number) => void}}
      Reveal.slide(slides.findIndex((slide) => slide.querySelector('svg .fragment')))
    })
    const visibleAfter = async (count: number) => {
      await page.waitForFunction(
        (wanted) => document.querySelectorAll('.slides > section.present svg > .visible').length === wanted - 1,
        {},
        count,
      )
      return page.$$eval('.slides > section.present svg > g', (groups) =>
        groups.map((group) => !group.classList.contains('fragment') || group.classList.contains('visible')),
      )
    }
    expect(await visibleAfter(1)).toEqual([true, false, false])
    await page.keyboard.press('ArrowRight')
    expect(await visibleAfter(2)).toEqual([true, true, false])
    await page.keyboard.press('ArrowRight')
    expect(await visibleAfter(3)).toEqual([true, true, true])
  } finally {
    await page.close()
    await browser.disconnect()
  }
})

test('steps of code and of lists come one key at a time, and go back', async () => {
  const browser = await puppeteer.connect({browserWSEndpoint: inject('browser')})
  const page = await browser.newPage()
  try {
    await page.setViewport({width: 1280, height: 720})
    const url = pathToFileURL(path.join(folder, 'dist/deck/index.html')).href
    const open = async (selector: string) => {
      await page.goto(url)
      await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true')
      await page.evaluate((wanted) => {
        const slides = Array.from(document.querySelectorAll('.slides > section'))
        const index = slides.findIndex((slide) => slide.querySelector(`.slide ${wanted}`))
        ;(window as unknown as {Reveal: {slide: (index: number) => void}}).Reveal.slide(index)
      }, selector)
    }
    const bright = () =>
      page.evaluate(() => {
        const listing = document.querySelector('.slides > section.present .code-step')?.closest('.listing')
        const lines = Array.from(listing?.querySelectorAll('.line') ?? [])
        return lines.flatMap((line, index) => (line.classList.contains('dimmed') ? [] : [index + 1])).join(' ')
      })
    await open('.code-step')
    expect(await bright()).toBe('1')
    await page.keyboard.press('ArrowRight')
    expect(await bright()).toBe('2 3')
    await page.keyboard.press('ArrowRight')
    expect(await bright()).toBe('1 2 3')
    await page.keyboard.press('ArrowLeft')
    expect(await bright()).toBe('2 3')

    const visible = () =>
      page.evaluate(() => document.querySelectorAll('.slides > section.present .incremental .fragment.visible').length)
    await open('.incremental')
    expect(await visible()).toBe(0)
    await page.keyboard.press('ArrowRight')
    expect(await visible()).toBe(1)
  } finally {
    await page.close()
    await browser.disconnect()
  }
})
