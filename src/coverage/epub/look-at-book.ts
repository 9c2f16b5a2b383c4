import type {HTTPRequest, Page} from 'puppeteer'
import {append} from '../../model/append.ts'
import type {ArtifactProblem} from '../../model/coverage.ts'
import {watchPage} from '../deck/watch-page.ts'
import {lookThrough, type Pages} from '../look-through.ts'
import {findBookOverflow} from './find-book-overflow.ts'
import {findUnseenText} from './find-unseen-text.ts'

/** CSS px of a phone and of a tablet. On a phone a wide table may have to be scrolled sideways, which is no loss. */
const screens = [
  {width: 390, height: 844, isWide: false},
  {width: 820, height: 1180, isWide: true},
] as const

/** `.invalid` never resolves (RFC 2606). */
const origin = 'https://book.invalid/'

const mediaTypes: Readonly<Record<string, string>> = {
  css: 'text/css',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  webp: 'image/webp',
  ttf: 'font/ttf',
  woff2: 'font/woff2',
  xhtml: 'application/xhtml+xml',
}

export interface BookFiles {
  readonly entries: Readonly<Record<string, Uint8Array>>
  /** Where the package document stands, with the last slash. */
  readonly folder: string
  /** Documents of the spine, by their names in the package document. */
  readonly documents: readonly string[]
}

/**
 * Lays out the documents of an e-book at the widths of a phone and a tablet, as a reading system does, and looks for text that is not
 * painted, is clipped or runs out of the screen. Vertical books scroll the other way and are not looked at for width.
 */
export function lookAtBook(
  browser: Pages,
  {documents, entries, folder}: BookFiles,
  isVertical: boolean,
): Promise<ArtifactProblem[]> {
  return lookThrough(browser, async (page) => {
    await page.setRequestInterception(true)
    page.on('request', (request) => void answer(request, entries))
    const watch = await watchPage(
      page,
      (request) => request.url().startsWith('data:') || contentsOf(request, entries) !== undefined,
    )
    const problems: ArtifactProblem[] = []
    for (const name of documents) {
      // One page for all.
      // oxlint-disable-next-line no-await-in-loop
      append(problems, await lookAtDocument(page, {name, url: origin + folder + name, isVertical}))
    }
    return [...problems, ...(await watch.problems())]
  })
}

async function lookAtDocument(
  page: Page,
  {isVertical, name, url}: {readonly name: string; readonly url: string; readonly isVertical: boolean},
): Promise<ArtifactProblem[]> {
  const problems = new Map<string, ArtifactProblem>()
  await page.setViewport({width: screens[0].width, height: screens[0].height})
  await page.goto(url, {waitUntil: 'load'})
  for (const screen of screens) {
    // oxlint-disable-next-line no-await-in-loop
    await page.setViewport({width: screen.width, height: screen.height})
    // oxlint-disable-next-line no-await-in-loop
    const unseen = await page.evaluate(findUnseenText)
    // oxlint-disable-next-line no-await-in-loop
    const over = await page.evaluate(findBookOverflow, screen.isWide && !isVertical)
    for (const {chinese, english, unit} of [...unseen, ...over]) {
      const reason = `${name}，宽 ${screen.width} 像素：${chinese} / ${screen.width} px wide: ${english}`
      const key = `${unit} ${chinese}`
      if (!problems.has(key)) problems.set(key, {ruleId: 'page-fits', reason, ...(unit ? {unit} : {})})
    }
  }
  return [...problems.values()]
}

async function answer(request: HTTPRequest, entries: BookFiles['entries']): Promise<void> {
  const url = request.url()
  if (url.startsWith('data:')) return request.continue()
  const contents = contentsOf(request, entries)
  if (!contents) return request.abort()
  const contentType = mediaTypes[nameOf(url).split('.').at(-1) ?? ''] ?? 'application/octet-stream'
  return request.respond({status: 200, contentType, body: Buffer.from(contents)})
}

const nameOf = (url: string) =>
  url.startsWith(origin) ? decodeURIComponent(url.slice(origin.length).split(/[?#]/u)[0] ?? '') : ''

const contentsOf = (request: HTTPRequest, entries: BookFiles['entries']): Uint8Array | undefined =>
  entries[nameOf(request.url())]
