import {copyFile, mkdtemp, readFile, rm, stat} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import puppeteer, {type Browser, type Page} from 'puppeteer'
import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs'
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
  await page.setOfflineMode(true)
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
    const before = await page.$$eval('.slides > section', (slides) => slides.findIndex(({id}) => id === 'definition'))
    for (let step = 0; step < before; step++) {
      // oxlint-disable-next-line no-await-in-loop
      await page.keyboard.press('ArrowRight')
    }
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

  test.each(['deck/index.html', 'deck/01-definition.html'])('a citation in %s leads to its work', async (file) => {
    await openDeck(file, '#/sec-scale-p3')
    await page.$eval('.slides .present .slide a.citation', (link) => {
      ;(link as HTMLElement).click()
    })
    await page.waitForFunction(() => document.querySelector('.reading-panel:not([hidden]) .works'))
    expect(await currentId()).toBe('back-bibliography')
    const work = await page.$$eval('.reading-panel .works li', (items) => {
      const inside = (item: Element) => {
        const {bottom, top} = item.getBoundingClientRect()
        return top >= 0 && bottom <= innerHeight
      }
      return items.find((item) => item.textContent?.includes('Switch Transformers') && inside(item)) !== undefined
    })
    expect(work).toBe(true)
  })

  test('? shows the keys in the language of the course', async () => {
    await openDeck('deck/index.html')
    await page.keyboard.down('Shift')
    await page.keyboard.press('?')
    await page.keyboard.up('Shift')
    await page.waitForSelector('.r-overlay-help')
    const help = await page.$eval('.r-overlay-help', (element) => element.textContent)
    expect(help).toContain('本张的阅读文本')
    expect(help).toContain('激光笔')
    expect(help).not.toContain('Next slide')
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
    expect(await view?.$eval('#upcoming-slide .label', (element) => element.textContent)).toBe('下一张')
    await view?.close()
  })

  test('M shows the contents, where the keyboard chooses a slide, and the other outputs', async () => {
    await openDeck('deck/index.html', '#/sec-parameters')
    await page.keyboard.press('m')
    await page.waitForSelector('.contents-menu[open]')
    const menu = await page.$$eval('.contents-menu a', (links) => links.map((link) => link.getAttribute('href') ?? ''))
    expect(menu.filter((href) => href.endsWith('.pdf'))).toHaveLength(5)
    expect(new Set(menu).size).toBe(menu.length)
    expect(menu).toContain('#/definition')
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('href'))
    expect(await focused()).toBe('#/sec-parameters')
    await page.keyboard.press('ArrowDown')
    const next = await focused()
    await page.keyboard.press('Enter')
    await page.waitForFunction((href) => location.hash === href, {}, next)
    expect(await page.$('.contents-menu[open]')).toBeNull()
    // Escape belongs to the dialog: the overview stays closed.
    await page.keyboard.press('m')
    await page.waitForSelector('.contents-menu[open]')
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => document.querySelector('.reveal.overview'))).toBeNull()
  })

  test('its links into the book and to the other outputs lead to files, and to places in them', async () => {
    for (const file of ['deck/index.html', 'deck/01-definition.html', 'teacher/deck/index.html']) {
      // oxlint-disable-next-line no-await-in-loop
      await openDeck(file)
      // oxlint-disable-next-line no-await-in-loop
      const links = await page.$$eval('.slide-footer a, link[rel=alternate]', (elements) =>
        elements.map((element) => (element as HTMLAnchorElement).href),
      )
      expect(links.length).toBeGreaterThan(10)
      const files = new Map<string, Set<string>>()
      for (const link of links) {
        const {hash, pathname} = new URL(link)
        const names = files.get(pathname) ?? new Set()
        files.set(pathname, names.add(hash.replace('#nameddest=', '')))
      }
      for (const [pathname, names] of files) {
        // oxlint-disable-next-line no-await-in-loop
        const loading = getDocument({data: new Uint8Array(await readFile(pathname)), verbosity: 0})
        // oxlint-disable-next-line no-await-in-loop
        const destinations = await (await loading.promise).getDestinations()
        const known = new Set(destinations instanceof Map ? destinations.keys() : Object.keys(destinations))
        expect([...names].filter((name) => name && !known.has(name))).toEqual([])
        // oxlint-disable-next-line no-await-in-loop
        await loading.destroy()
      }
    }
  })

  test('is no application to screen readers, and its arrows are named in the language of the course', async () => {
    await openDeck('deck/index.html')
    expect(await page.$('[role=application]')).toBeNull()
    expect(await page.$$eval('main, [role=main]', (all) => all.length)).toBe(1)
    const label = await page.$eval('.controls .navigate-right', (button) => button.getAttribute('aria-label'))
    expect(label).toBe('下一步')
  })

  test('Q is a pointer that follows the mouse, B makes the screen black', async () => {
    await openDeck('deck/index.html')
    await page.keyboard.press('q')
    await page.mouse.move(300, 200)
    const centre = await page.$eval('.laser-pointer', (dot) => {
      const {height, left, top, width} = dot.getBoundingClientRect()
      return [left + width / 2, top + height / 2]
    })
    expect(centre).toEqual([300, 200])
    await page.keyboard.press('q')
    expect(await page.$eval('.laser-pointer', (dot) => (dot as HTMLElement).hidden)).toBe(true)
    await page.keyboard.press('b')
    expect(await page.$('.reveal-viewport.paused, .reveal.paused')).not.toBeNull()
  })

  test('prints one page for each slide', async () => {
    const file = path.join(inject('dist'), 'deck/01-definition.html')
    await page.goto(`${pathToFileURL(file).href}?view=print`)
    await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true')
    await page.waitForSelector('.pdf-page')
    const slides = (await readFile(file, 'utf8')).match(/<section /gu)?.length
    expect(await page.$$eval('.pdf-page', (pages) => pages.length)).toBe(slides)
  })

  test('says how long each slide takes, and the whole for the speaker view', async () => {
    await openDeck('deck/index.html')
    const seconds = await page.$$eval('.slides > section', (slides) =>
      slides.map((slide) => Number(slide.dataset['timing'])),
    )
    expect(seconds.filter((value) => !(value >= 15))).toEqual([])
  })

  test('every chapter has a deck of its own that begins with it', async () => {
    await openDeck('deck/03-principles.html')
    expect(await currentId()).toBe('principles')
  })

  test('every slide of a chapter has notes for the teacher', async () => {
    await openDeck('teacher/deck/index.html')
    const silent = await page.$$eval('.slides section', (slides) =>
      slides.filter((slide) => !slide.querySelector('.speaker-notes')).map(({id}) => id),
    )
    expect(silent).toEqual(['title', 'agenda-p2', 'back-bibliography'])
  })

  test('the student’s deck has no speaker notes in its source', async () => {
    const html = await readFile(path.join(inject('dist'), 'deck/index.html'), 'utf8')
    expect(html).not.toContain('speaker-notes')
    expect(html).not.toContain('class="solution"')
  })
})
