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
    await open('deck/index.html')
    const count = await page.evaluate(() => document.querySelectorAll('.slides > section').length)
    expect(count).toBeGreaterThan(50)
    expect(await axeOfSlides(page, [...Array.from({length: count}).keys()])).toEqual([])
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
