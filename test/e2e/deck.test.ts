import {copyFile, mkdtemp, readFile, rm, stat} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import puppeteer, {type Browser, type Page} from 'puppeteer'
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test} from 'vitest'

let browser: Browser
let page: Page
let requests: string[] = []
let errors: string[] = []

beforeAll(async () => {
  browser = await puppeteer.connect({browserWSEndpoint: inject('browser')})
})

afterAll(async () => {
  await browser.disconnect()
})

beforeEach(async () => {
  requests = []
  errors = []
  page = await browser.newPage()
  page.on('request', (request) => requests.push(request.url()))
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  await page.setViewport({width: 1280, height: 720})
})

afterEach(async () => {
  await page.close()
})

async function openDeck(file: string, hash = ''): Promise<void> {
  await page.goto(`${pathToFileURL(path.join(inject('dist'), file)).href}${hash}`)
  await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true')
}

const currentId = () => page.evaluate(() => document.querySelector('.slides > section.present')?.id)

describe('the deck', () => {
  test.each(['deck/index.html', 'deck/01-definition.html', 'teacher/deck/index.html'])(
    '%s opens from its file: no request to the network, no error, fonts loaded',
    async (file) => {
      await openDeck(file)
      expect(requests.filter((url) => !/^(?:file|data):/u.test(url))).toEqual([])
      expect(errors).toEqual([])
      const fonts = await page.evaluate(() => Array.from(document.fonts, (font) => font.status))
      expect(fonts).toContain('loaded')
      expect(fonts).not.toContain('error')
    },
  )

  test('in one file needs no other, and is small enough to send', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'lectern-single-'))
    try {
      const alone = path.join(folder, 'deck.html')
      await copyFile(path.join(inject('dist'), 'deck/deck.html'), alone)
      expect((await stat(alone)).size).toBeLessThan(3_000_000)
      await page.goto(pathToFileURL(alone).href)
      await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true')
      expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([pathToFileURL(alone).href])
      expect(errors).toEqual([])
      await page.keyboard.press('ArrowRight')
      expect(await currentId()).toBe('agenda')
    } finally {
      await rm(folder, {recursive: true, force: true})
    }
  })

  test('keys turn slides and the address follows', async () => {
    await openDeck('deck/index.html')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.waitForFunction(() => location.hash.includes('definition'))
    expect(await currentId()).toBe('definition')
  })

  test('a link to a section opens its slide', async () => {
    await openDeck('deck/index.html', '#/sec-backprop')
    expect(await currentId()).toBe('sec-backprop')
  })

  test('R shows the reading text of the slide', async () => {
    await openDeck('deck/index.html', '#/sec-parameters')
    expect(await page.$eval('.reading-panel', (panel) => (panel as HTMLElement).hidden)).toBe(true)
    await page.keyboard.press('r')
    const panel = await page.$eval('.reading-panel', (element) => ({
      hidden: (element as HTMLElement).hidden,
      text: element.textContent ?? '',
    }))
    expect(panel.hidden).toBe(false)
    expect(panel.text).toContain('阅读文本')
    expect(panel.text.length).toBeGreaterThan(60)
  })

  test('? shows the keys, and R is among them', async () => {
    await openDeck('deck/index.html')
    await page.keyboard.down('Shift')
    await page.keyboard.press('?')
    await page.keyboard.up('Shift')
    await page.waitForSelector('.r-overlay-help')
    const help = await page.$eval('.r-overlay-help', (element) => element.textContent)
    expect(help).toContain('阅读文本')
  })

  test('S opens the speaker view, where the teacher sees the notes', async () => {
    await openDeck('teacher/deck/index.html', '#/sec-parameters')
    const opened = new Promise<Page | null>((resolve) => {
      page.once('popup', resolve)
    })
    await page.keyboard.press('s')
    const view = await opened
    expect(view).not.toBeNull()
    await view?.waitForFunction(
      () => (document.querySelector('.speaker-controls-notes .value')?.textContent ?? '').length > 40,
    )
    const notes = await view?.$eval('.speaker-controls-notes .value', (element) => element.textContent)
    expect(notes).toContain('讲者备注')
    expect(notes).toContain('阅读文本')
    await view?.close()
  })

  test('every chapter has a deck of its own that begins with it', async () => {
    await openDeck('deck/03-principles.html')
    expect(await currentId()).toBe('principles')
  })

  test('the student’s deck has no speaker notes in its source', async () => {
    const html = await readFile(path.join(inject('dist'), 'deck/index.html'), 'utf8')
    expect(html).not.toContain('speaker-notes')
    expect(html).not.toContain('class="solution"')
  })
})
