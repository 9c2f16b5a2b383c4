import {mkdir, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {openBrowser} from '../../src/browser/open-browser.ts'
import {userCacheFolder} from '../../src/cache/user-cache-folder.ts'

/** PNGs of `count` slides, spread evenly over the finished deck. */
export async function takeScreenshots(
  finished: string,
  identifiers: readonly string[],
  {count, folder}: {count: number; folder: string},
): Promise<void> {
  await mkdir(folder, {recursive: true})
  await using browser = await openBrowser({
    executable: '',
    cacheFolder: userCacheFolder(),
    log: () => undefined,
    warn: () => undefined,
  })
  const page = await browser.newPage()
  await page.setViewport({width: 1280, height: 720})
  const deck = pathToFileURL(path.join(finished, 'deck/index.html')).href
  const last = identifiers.length - 1
  const places = new Set(
    Array.from({length: count}, (_value, index) => Math.round((index * last) / Math.max(1, count - 1))),
  )
  await page.goto(deck)
  await page.waitForFunction('window.Reveal?.isReady()')
  // In turn: it is one page.
  // oxlint-disable no-await-in-loop
  for (const place of places) {
    const id = identifiers[place] ?? ''
    await page.evaluate(`new Promise((done) => {
      Reveal.configure({transition: 'none', fragments: false})
      Reveal.slide(...Object.values(Reveal.getIndices(document.getElementById(${JSON.stringify(id)}))))
      requestAnimationFrame(() => requestAnimationFrame(done))
    })`)
    const name = `${String(place + 1).padStart(4, '0')}-${id.replaceAll(/[^\w-]/gu, '_')}.png`
    await writeFile(path.join(folder, name), await page.screenshot())
  }
}
