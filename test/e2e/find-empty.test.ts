import puppeteer, {type Browser, type Page} from 'puppeteer'
import {afterAll, beforeAll, expect, inject, test} from 'vitest'
import {findEmpty} from '../../src/coverage/deck/find-empty.ts'

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await puppeteer.connect({browserWSEndpoint: inject('browser')})
  page = await browser.newPage()
})

afterAll(async () => {
  await page.close()
  await browser.disconnect()
})

test.each([
  ['<p data-block="a">文</p><ul data-block="b"><li>甲</li></ul>', []],
  ['<figure data-block="a"><svg></svg></figure><hr data-block="b"><span class="pause" data-block="c"></span>', []],
  ['<ol data-block="a"><li>一</li><li></li><li>三</li></ol>', []],
  ['<table data-block="a"><thead><tr><th>名</th></tr></thead><tbody><tr><td>&nbsp;</td></tr></tbody></table>', []],
  ['<p data-block="a">文</p><ul data-block="b"><li>甲</li><li>&nbsp;</li></ul>', ['b']],
  ['<p data-block="a">&#8203;</p><p data-block="b">文</p>', ['a']],
  ['<table data-block="a"><tbody><tr><td>1</td></tr><tr><td>&nbsp;</td></tr></tbody></table>', ['a']],
  ['', ['']],
])('%s', async (body, units) => {
  await page.setContent(
    `<div class="slides"><section><div class="slide"><div class="slide-body">${body}</div></div></section></div>`,
  )
  const defects = await page.evaluate(findEmpty)
  expect(defects.map(({unit}) => unit)).toEqual(units)
})
