import path from 'node:path'
import {pathToFileURL} from 'node:url'
import puppeteer, {type Browser, type Page} from 'puppeteer'
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test} from 'vitest'

let browser: Browser
let page: Page
let errors: string[] = []

beforeAll(async () => {
  browser = await puppeteer.connect({browserWSEndpoint: inject('browser')})
})

afterAll(async () => {
  await browser.disconnect()
})

beforeEach(async () => {
  errors = []
  page = await browser.newPage()
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

describe('what the deck can do besides reveal.js', () => {
  test('on a phone all slides stand below each other, each with its reading text, in type that can be read', async () => {
    await page.setViewport({width: 390, height: 800, hasTouch: true, isMobile: true})
    await openDeck('deck/01-definition.html', '#/sec-parameters')
    const seen = await page.$$eval('.slides > section', (sections) =>
      sections.map((section) => {
        const slide = section.querySelector('.slide')?.getBoundingClientRect()
        const reading = section.querySelector('.reading-text')?.getBoundingClientRect()
        const text = section.querySelector('.slide-body > .lead')
        return {
          id: section.id,
          isInert: section.inert || section.hidden,
          isBelow: !slide || !reading || (reading.height > 0 && reading.top >= slide.bottom - 1),
          height: slide?.height ?? 0,
          width: slide?.width ?? 0,
          size: text ? Number.parseFloat(getComputedStyle(text).fontSize) : 18,
        }
      }),
    )
    expect(seen.length).toBeGreaterThan(10)
    expect(
      seen.filter((one) => one.isInert || !one.isBelow || one.height < 50 || one.width > 390 || one.size < 16),
    ).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    // A link leads to its slide, and wide screens turn slides again.
    await page.evaluate(() => {
      location.hash = '#/sec-scale'
    })
    await page.waitForFunction(
      () => Math.abs(document.querySelector('#sec-scale')?.getBoundingClientRect().top ?? 999) < 5,
    )
    await page.setViewport({width: 1280, height: 720})
    await page.waitForFunction(() => !document.documentElement.classList.contains('phone-view'))
    expect(await page.$$eval('.slides > section:not([hidden]).present', (slides) => slides.length)).toBe(1)
  })

  test('/ finds words on slides and in their reading texts by the keyboard alone, and changes nothing', async () => {
    await openDeck('deck/index.html')
    const markup = () => page.$eval('.slides', (slides) => slides.querySelectorAll('em, mark, strong').length)
    const before = await markup()
    await page.keyboard.press('/')
    await page.waitForSelector('.slide-search[open]')
    await page.keyboard.type('f(x')
    expect(await page.$eval('.slide-search [role=status]', (status) => status.textContent)).not.toBe('')
    await page.keyboard.press('Escape')
    expect(await page.$('.slide-search[open], .reveal.overview')).toBeNull()
    await page.keyboard.down('Control')
    await page.keyboard.down('Shift')
    await page.keyboard.press('KeyF')
    await page.keyboard.up('Shift')
    await page.keyboard.up('Control')
    await page.waitForSelector('.slide-search[open]')
    await page.keyboard.type('梯度')
    const hits = await page.$$eval('.slide-search a', (links) =>
      links.map(({dataset, hash, textContent}) => ({
        hash,
        isReading: dataset['reading'] === 'true',
        text: textContent ?? '',
      })),
    )
    expect(hits.length).toBeGreaterThan(5)
    expect(hits.filter(({text}) => !text.includes('梯度'))).toEqual([])
    const wanted = hits.findIndex(({isReading}) => isReading)
    for (let step = 0; step <= wanted; step++) {
      // oxlint-disable-next-line no-await-in-loop
      await page.keyboard.press('ArrowDown')
    }
    await page.keyboard.press('Enter')
    expect(`#/${await currentId()}`).toBe(hits[wanted]?.hash)
    expect(await page.$eval('.reading-panel', ({textContent}) => textContent)).toContain('梯度')
    expect(await page.$eval('.reading-panel', (panel) => (panel as HTMLElement).hidden)).toBe(false)
    expect(await markup()).toBe(before)
    expect(errors).toEqual([])
  })

  test('a step back returns to the slide whose link was followed, however long ago it was opened', async () => {
    await page.goto('data:text/html,before')
    await openDeck('deck/index.html', '#/agenda')
    const follow = async (selector: string) => {
      const left = (await currentId()) ?? ''
      await page.$eval(selector, (link) => {
        ;(link as HTMLElement).click()
      })
      await page.waitForFunction((id) => document.querySelector('.slides > section.present')?.id !== id, {}, left)
      return left
    }
    const back = async (id: string) => {
      await page.goBack()
      await page.waitForFunction((wanted) => document.querySelector('.slides > section.present')?.id === wanted, {}, id)
    }
    const agenda = await follow('.slides > section.present a[href^="#/"]')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('KeyM')
    const second = await follow('.contents-menu a[href^="#/"]:last-child')
    await back(second)
    await back(agenda)
    expect(agenda).toBe('agenda')
  })

  test('a number in the address is the one in the corner of the slide', async () => {
    await page.goto('about:blank')
    await openDeck('deck/index.html', '#/5')
    expect(await page.$eval('.slide-number', ({textContent}) => textContent)).toMatch(/^\s*5\s*\//u)
  })

  test('Alt and a click zoom in, as the help says; all of the help is in sight', async () => {
    await openDeck('deck/index.html')
    const zoomKey = await page.evaluate(
      () => (window as unknown as {Reveal: {getConfig: () => {zoomKey?: string}}}).Reveal.getConfig().zoomKey,
    )
    expect(zoomKey).toBe('alt')
    await page.keyboard.down('Shift')
    await page.keyboard.press('?')
    await page.keyboard.up('Shift')
    await page.waitForSelector('.r-overlay-help table')
    const frame = await page.$eval('.r-overlay-help .r-overlay-content', (element) => ({
      excess: element.scrollHeight - element.clientHeight,
      focus: (element as HTMLElement).tabIndex,
    }))
    expect(frame).toEqual({excess: 0, focus: 0})
  })

  test('the field to jump to a slide speaks the language of the course', async () => {
    await openDeck('deck/index.html')
    await page.keyboard.press('g')
    expect(await page.$eval('.jump-to-slide-input', (field) => (field as HTMLInputElement).placeholder)).toBe(
      '跳到某一张',
    )
  })

  test('M shows where one is on a slide that goes on from another', async () => {
    await openDeck('deck/index.html')
    const id = await page.evaluate(() => document.querySelector('.slides > section[id$="-p2"]')?.id ?? '')
    await openDeck('deck/index.html', `#/${id}`)
    await page.keyboard.press('m')
    await page.waitForSelector('.contents-menu[open]')
    const current = await page.$$eval('.contents-menu [aria-current]', (links) =>
      links.map((link) => link.getAttribute('href')),
    )
    expect(current).toEqual([`#/${id.replace(/-p2$/u, '')}`])
  })
})
