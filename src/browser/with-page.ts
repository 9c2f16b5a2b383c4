import {TimeoutError, type HTTPRequest, type Page} from 'puppeteer'
import {EnvironmentError} from '../diagnostics/environment-error.ts'
import type {Pages} from './open-browser.ts'
import {crashed, isGone, whenCrashed} from './page-crash.ts'
import {timeLimit} from './time-limit.ts'

/** A document and the files it names, by URL relative to the document. */
export interface PageSource {
  readonly html: string
  readonly files: ReadonlyMap<string, Uint8Array>
  /** In milliseconds, for loading and for each print; by the size of the document where it is absent. */
  readonly limit?: number
}

/** `.invalid` never resolves (RFC 2606): what is not in the source cannot come from anywhere. */
const origin = 'https://lectern.invalid/'

const mediaTypes: Readonly<Record<string, string>> = {
  css: 'text/css',
  gif: 'image/gif',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  otf: 'font/otf',
  png: 'image/png',
  svg: 'image/svg+xml',
  ttf: 'font/ttf',
  webp: 'image/webp',
  woff: 'font/woff',
  woff2: 'font/woff2',
  xhtml: 'application/xhtml+xml',
}

/**
 * Loads a document from memory, waits until fonts and images stand, and hands the page over.
 * A request for anything that is not in the source, or a font that does not load, is an error. A page that crashes is
 * opened once more, with its browser where that has died, so `use` must not count on being called once; when that crashes too, it is an `EnvironmentError`,
 * as it is when loading, or a print, takes longer than the source's limit, or all of it together twelve times that.
 */
export async function withPage<Result>(
  browser: Pages,
  source: PageSource,
  use: (page: Page) => Promise<Result>,
): Promise<Result> {
  const first = await usePage(browser, source, use)
  if (first !== crashed) return first.result
  const second = await usePage(browser, source, use)
  if (second !== crashed) return second.result
  throw new EnvironmentError(
    '浏览器或它的页面崩溃了两次，多半是内存不够：关掉别的程序，或分开构建，例如 --only pdf / The browser or its page crashed twice, most likely for want of memory: close other programs, or build in parts, for instance --only pdf',
  )
}

/** A book is printed in a few passes. */
const mostInAll = 12

async function usePage<Result>(
  browser: Pages,
  source: PageSource,
  use: (page: Page) => Promise<Result>,
): Promise<{readonly result: Result} | typeof crashed> {
  const {limit = timeLimit(source.html)} = source
  const page = await browser.newPage()
  const crash = whenCrashed(page)
  const expiry = Promise.withResolvers<never>()
  const timer = setTimeout(() => {
    expiry.reject(new TimeoutError())
  }, mostInAll * limit)
  try {
    const run = async () => {
      page.setDefaultTimeout(limit)
      await load(page, source)
      return {result: await use(page)}
    }
    return await Promise.race([run(), crash, expiry.promise])
  } catch (cause) {
    if (cause instanceof TimeoutError) throw new EnvironmentError(tookTooLong(limit, source), {cause})
    if (await isGone(page, crash)) return crashed
    throw cause
  } finally {
    clearTimeout(timer)
    // One whose browser has died cannot be closed.
    await page.close().catch(() => undefined)
  }
}

/** Limits on images, drawings and text lie far below: what is left is the machine, or the sum of much. */
const tookTooLong = (limit: number, {files}: PageSource) => {
  const seconds = Math.round(limit / 1000)
  const largest = [...files].toSorted(([, one], [, other]) => other.length - one.length).slice(0, 3)
  const names = largest.map(([name, {length}]) => `${name} (${(length / 1e6).toFixed(1)} MB)`).join(', ')
  return `浏览器 ${seconds} 秒还没有做完一份文件：机器太忙或内存不够，关掉别的程序再试，或把课程拆小；其中最大的文件 / The browser has not finished a document in ${seconds} s: the machine is too busy or short of memory; close other programs and try again, or split the course; its largest files: ${names || '-'}`
}

async function load(page: Page, source: PageSource): Promise<void> {
  const refused: string[] = []
  await page.setViewport({width: 1280, height: 720})
  await page.setRequestInterception(true)
  page.on('request', (request) => {
    answer(request, source, refused)
  })
  await page.goto(`${origin}index.html`, {waitUntil: 'load'})
  await waitUntilReady(page)
  if (refused.length > 0) throw new EnvironmentError(`Unexpected request while rendering: ${refused.join(', ')}`)
}

function answer(request: HTTPRequest, source: PageSource, refused: string[]): void {
  const url = request.url()
  if (url.startsWith('data:')) {
    void request.continue()
    return
  }
  const name = nameIn(url)
  const contents = name === 'index.html' ? Buffer.from(source.html) : source.files.get(name)
  if (name === 'favicon.ico') void request.respond({status: 204})
  else if (contents) {
    const contentType = mediaTypes[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
    void request.respond({
      status: 200,
      contentType,
      body: Buffer.from(contents),
      headers: {'Access-Control-Allow-Origin': '*'},
    })
  } else {
    refused.push(url)
    void request.abort()
  }
}

/** Of a file of the source; empty for what is none, also for a URL that encodes no name. */
export function nameIn(url: string): string {
  if (!url.startsWith(origin)) return ''
  try {
    return decodeURIComponent(url.slice(origin.length).split(/[?#]/u)[0] ?? '')
  } catch {
    return ''
  }
}

async function waitUntilReady(page: Page): Promise<void> {
  const {fonts, images} = await page.evaluate(async () => {
    await document.fonts.ready
    await Promise.all(Array.from(document.images, (image) => image.decode().catch(() => undefined)))
    return {
      fonts: Array.from(document.fonts)
        .filter((font) => font.status === 'error')
        .map((font) => `${font.family} ${font.weight}`),
      images: Array.from(document.images)
        .filter((image) => image.naturalWidth === 0)
        .map((image) => image.src),
    }
  })
  if (images.length > 0) throw new EnvironmentError(rejectedImages(images))
  if (fonts.length > 0) {
    throw new EnvironmentError(
      `浏览器拒绝了字体 / The browser rejected fonts: ${fonts.join(', ')}. 没有任何系统字体时会这样 / This happens where no system font is installed`,
    )
  }
}

/** Their names, as the author knows them: an image whose file begins as one may still be broken. */
function rejectedImages(urls: readonly string[]): string {
  const names = urls.map((url) => nameIn(url) || url.slice(0, 80)).join(', ')
  return `浏览器画不出图片 ${names}：文件坏了，重新导出 / The browser cannot draw ${names}: the file is broken; export it again`
}
