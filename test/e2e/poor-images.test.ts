import puppeteer, {type Browser, type Page} from 'puppeteer'
import {afterAll, beforeAll, expect, inject, test} from 'vitest'
import {findPoorImages} from '../../src/coverage/deck/find-poor-images.ts'

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

/** A slide with one picture of so many pixels, as wide as the slide or as high as it may be. */
async function slideWith(width: number, height: number): Promise<void> {
  await page.setContent(
    '<div class="slides"><section><div class="slide"><div class="slide-body"></div></div></section></div>',
  )
  await page.addStyleTag({
    content:
      'body{margin:0}.slide{width:1280px;height:720px}img{display:block;width:100%;height:auto;max-height:432px;object-fit:contain}',
  })
  await page.evaluate(
    async (size) => {
      const image = new Image()
      const canvas = document.createElement('canvas')
      Object.assign(canvas, size)
      image.src = canvas.toDataURL()
      await image.decode()
      document.querySelector('.slide-body')?.append(image)
    },
    {width, height},
  )
}

test.each([
  [1600, 900, ''],
  [800, 450, ''],
  [6000, 1500, ''],
  [200, 4000, 'too thin'],
  [6000, 60, 'too thin'],
  [120, 90, 'blown up'],
  [16, 16, 'blown up'],
])('a picture of %i by %i px: %s', async (width, height, complaint) => {
  await slideWith(width, height)
  const defects = await page.evaluate(findPoorImages)
  expect(defects.map(({english}) => /too thin|blown up/u.exec(english)?.[0] ?? english).join()).toBe(complaint)
})
