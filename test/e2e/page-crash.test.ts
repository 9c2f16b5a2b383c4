import puppeteer, {type Browser, type Page} from 'puppeteer'
import {afterAll, beforeAll, expect, inject, test} from 'vitest'
import {withPage} from '../../src/browser/with-page.ts'
import {EnvironmentError} from '../../src/diagnostics/environment-error.ts'

let browser: Browser
beforeAll(async () => {
  browser = await puppeteer.connect({browserWSEndpoint: inject('browser')})
})
afterAll(() => browser.disconnect())

const source = {html: '<!doctype html><title>x</title><p>here', files: new Map<string, Uint8Array>()}
const read = (page: Page) => page.$eval('p', (element) => element.textContent)

/** Uses pages, of which the first `count` crash before they are read. */
function crashing(count: number) {
  const pages: Page[] = []
  const use = async (page: Page) => {
    pages.push(page)
    if (pages.length <= count) await page.goto('chrome://crash')
    return read(page)
  }
  return {pages, use}
}

test('a page that crashes is opened once more', async () => {
  const {pages, use} = crashing(1)
  expect(await withPage(browser, source, use)).toBe('here')
  expect(pages).toHaveLength(2)
  expect(pages.map((page) => page.isClosed())).toEqual([true, true])
})

test('what waits for a page that crashes does not wait for ever', async () => {
  const pages: Page[] = []
  const use = async (page: Page) => {
    pages.push(page)
    if (pages.length > 1) return read(page)
    const never = page.evaluate(() => new Promise<string>(() => undefined))
    await Promise.all([never, page.goto('chrome://crash').catch(() => undefined)])
    return never
  }
  expect(await withPage(browser, source, use)).toBe('here')
  expect(pages).toHaveLength(2)
})

test('one that crashes again is an error of the environment that says what to do', async () => {
  const {pages, use} = crashing(3)
  const failure = await withPage(browser, source, use).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(EnvironmentError)
  expect(String(failure)).toMatch(/崩溃.*--only pdf/u)
  expect(pages).toHaveLength(2)
})

test('what fails on a page that lives fails at once', async () => {
  let calls = 0
  const use = () => {
    calls += 1
    throw new Error('of its own')
  }
  await expect(withPage(browser, source, use)).rejects.toThrow('of its own')
  expect(calls).toBe(1)
})

test('what does not end is an error of the environment once the time for it is over', async () => {
  const use = (page: Page) => page.evaluate(() => new Promise<string>(() => undefined))
  const failure = await withPage(browser, {...source, limit: 200}, use).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(EnvironmentError)
  expect(String(failure)).toContain('has not finished')
})
