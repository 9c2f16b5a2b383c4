import type {Browser, Page} from 'puppeteer'
import {EnvironmentError} from '../diagnostics/environment-error.ts'

/** What opens pages; a session of a browser starts another one where it has died. */
export type Pages = Pick<Browser, 'newPage' | 'version'>

const gone = Symbol('gone')

/**
 * Looks at something in a page. What was seen in a page that crashed, or whose browser died, is no finding: it is looked at once more,
 * and when that ends so too, it is an `EnvironmentError`.
 */
export async function lookThrough<Result>(browser: Pages, use: (page: Page) => Promise<Result>): Promise<Result> {
  const first = await lookOnce(browser, use)
  if (first !== gone) return first.result
  const second = await lookOnce(browser, use)
  if (second !== gone) return second.result
  throw new EnvironmentError(
    '核对时浏览器崩溃了两次，多半是内存不够：关掉别的程序再试 / The browser crashed twice while files were read back, most likely for want of memory: close other programs and try again',
  )
}

async function lookOnce<Result>(
  browser: Pages,
  use: (page: Page) => Promise<Result>,
): Promise<{readonly result: Result} | typeof gone> {
  const page = await browser.newPage()
  const crash = Promise.withResolvers<typeof gone>()
  // What waits for a crashed page waits for ever.
  page.once('error', () => {
    crash.resolve(gone)
  })
  try {
    const seen = await Promise.race([use(page).then((result) => ({result})), crash.promise])
    return seen === gone || (await isGone(page)) ? gone : seen
  } catch (cause) {
    if (await isGone(page)) return gone
    throw cause
  } finally {
    // One whose browser has died cannot be closed.
    await page.close().catch(() => undefined)
  }

  async function isGone(asked: Page): Promise<boolean> {
    if (!asked.browser().connected) return true
    const answer = asked.evaluate(() => true).catch(() => gone)
    return (await Promise.race([answer, crash.promise])) === gone
  }
}
