import type {Page} from 'puppeteer'

/** In place of a result: the process behind a page has ended. */
export const crashed = Symbol('crashed')

/** Resolves when the page crashes; stays pending while it lives. What waits for a crashed page waits for ever. */
export function whenCrashed(page: Page): Promise<typeof crashed> {
  return new Promise((resolve) => {
    page.once('error', () => {
      resolve(crashed)
    })
  })
}

/**
 * Whether a page that something failed on has crashed, or its browser has died. The failure may come before the news of the crash, so the
 * page is asked: one that lives answers.
 */
export async function isGone(page: Page, crash: Promise<typeof crashed>): Promise<boolean> {
  if (!page.browser().connected) return true
  const answer = page.evaluate(() => true).catch(() => crashed)
  return (await Promise.race([answer, crash])) === crashed
}
