import type {Browser, HTTPRequest, Page} from 'puppeteer'
import {EnvironmentError} from '../diagnostics/environment-error.ts'

/** A document and the files it names, by URL relative to the document. */
export interface PageSource {
  readonly html: string
  readonly files: ReadonlyMap<string, Uint8Array>
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
  png: 'image/png',
  svg: 'image/svg+xml',
  ttf: 'font/ttf',
  webp: 'image/webp',
  woff2: 'font/woff2',
  xhtml: 'application/xhtml+xml',
}

/**
 * Loads a document from memory, waits until fonts and images stand, and hands the page over.
 * A request for anything that is not in the source, or a font that does not load, is an error.
 */
export async function withPage<Result>(
  browser: Browser,
  source: PageSource,
  use: (page: Page) => Promise<Result>,
): Promise<Result> {
  const page = await browser.newPage()
  const refused: string[] = []
  try {
    await page.setViewport({width: 1280, height: 720})
    await page.setRequestInterception(true)
    page.on('request', (request) => {
      answer(request, source, refused)
    })
    await page.goto(`${origin}index.html`, {waitUntil: 'load', timeout: 120_000})
    await waitUntilReady(page)
    if (refused.length > 0) throw new EnvironmentError(`Unexpected request while rendering: ${refused.join(', ')}`)
    return await use(page)
  } finally {
    await page.close()
  }
}

function answer(request: HTTPRequest, source: PageSource, refused: string[]): void {
  const url = request.url()
  if (url.startsWith('data:')) {
    void request.continue()
    return
  }
  const name = url.startsWith(origin) ? decodeURIComponent(url.slice(origin.length).split(/[?#]/u)[0] ?? '') : ''
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

async function waitUntilReady(page: Page): Promise<void> {
  const failed = await page.evaluate(async () => {
    await document.fonts.ready
    await Promise.all(Array.from(document.images, (image) => image.decode().catch(() => undefined)))
    const fonts = Array.from(document.fonts).filter((font) => font.status === 'error')
    const images = Array.from(document.images).filter((image) => image.naturalWidth === 0)
    return [
      ...fonts.map((font) => `font ${font.family} ${font.weight}`),
      ...images.map((image) => `image ${image.src}`),
    ]
  })
  if (failed.length > 0) {
    throw new EnvironmentError(
      `浏览器拒绝了字体或图片 / The browser rejected: ${failed.join(', ')}. 没有任何系统字体时会这样 / This happens where no system font is installed`,
    )
  }
}
