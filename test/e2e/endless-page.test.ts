import puppeteer, {type Browser} from 'puppeteer'
import {afterAll, beforeAll, expect, inject, test} from 'vitest'
import {withPage} from '../../src/browser/with-page.ts'
import {withinSeconds} from '../../src/engines/within-seconds.ts'

let browser: Browser
beforeAll(async () => {
  browser = await puppeteer.connect({browserWSEndpoint: inject('browser')})
})
afterAll(() => browser.disconnect())

const blank = {html: '<!doctype html><p>字', files: new Map<string, Uint8Array>()}

test('a page that works for ever, as a diagram may, is left and closed, and the next one is drawn', async () => {
  const endless = await withPage(browser, blank, (page) =>
    withinSeconds(
      page.evaluate(() => {
        for (;;);
      }),
      1,
    ),
  )
  expect(endless).toBeUndefined()
  const text = await withPage(browser, blank, (page) =>
    withinSeconds(
      page.evaluate(() => document.body.textContent),
      100,
    ),
  )
  expect(text).toBe('字')
})

test('an image that is broken is named', async () => {
  const html = '<!doctype html><img src="media/a.png">'
  const files = new Map([['media/a.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47])]])
  await expect(withPage(browser, {html, files}, () => Promise.resolve())).rejects.toThrow('media/a.png')
})
