/** Time until the first slide of a deck is painted, opened from its file: `npm run bench:deck [DECK.html …]`. Prints medians. */
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {openBrowser, type Pages} from '../src/browser/open-browser.ts'
import {userCacheFolder} from '../src/cache/user-cache-folder.ts'

const files = process.argv.slice(2)
const runs = 9

/** Milliseconds from the start of the navigation until something is painted, and until the deck can be used. */
async function paint(browser: Pages, file: string): Promise<{painted: number; ready: number}> {
  const page = await browser.newPage()
  try {
    await page.setViewport({width: 1280, height: 720})
    await page.goto(pathToFileURL(path.resolve(file)).href)
    await page.waitForFunction(
      () =>
        document.documentElement.dataset['ready'] === 'true' &&
        performance.getEntriesByName('first-contentful-paint').length > 0,
    )
    return await page.evaluate(() => ({
      painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      ready: performance.now(),
    }))
  } finally {
    await page.close()
  }
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

await using browser = await openBrowser({
  executable: '',
  cacheFolder: userCacheFolder(),
  log: () => undefined,
  warn: (message) => process.stderr.write(`${message}\n`),
})
for (const file of files.length > 0 ? files : ['dist/deck/index.html']) {
  const samples = []
  for (let run = 0; run < runs; run++) {
    // One after the other: they share the cores.
    // oxlint-disable-next-line no-await-in-loop
    samples.push(await paint(browser, file))
  }
  const painted = median(samples.map((sample) => sample.painted))
  const ready = median(samples.map((sample) => sample.ready))
  process.stdout.write(`${file}: painted after ${painted.toFixed(0)} ms, ready after ${ready.toFixed(0)} ms\n`)
}
