import {mkdtemp, mkdir, readFile, readdir, rm, writeFile} from 'node:fs/promises'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {unzipSync} from 'fflate'
import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs'
import puppeteer, {type Browser, type Page} from 'puppeteer'
import {afterAll, beforeAll, describe, expect, inject, test} from 'vitest'
import {writeHostileCourse} from '../support/hostile-course.ts'
import {runLectern} from '../support/run-lectern.ts'

let browser: Browser
let folder = ''
let dist = ''
let server: ReturnType<typeof createServer>
let origin = ''
let names: readonly string[] = []

beforeAll(async () => {
  browser = await puppeteer.connect({browserWSEndpoint: inject('browser')})
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-hostile-'))
  const course = path.join(folder, 'course')
  dist = path.join(folder, 'dist')
  await writeHostileCourse(course)
  const {code, stderr} = await runLectern(['build', course, '--single-file', '--out', dist])
  if (code !== 0) throw new Error(`The hostile course does not build:\n${stderr}`)
  const entries = unzipSync(new Uint8Array(await readFile(path.join(dist, 'hostile.epub'))))
  for (const [name, contents] of Object.entries(entries)) {
    const location = path.join(dist, 'unzipped', name)
    // oxlint-disable-next-line no-await-in-loop
    await mkdir(path.dirname(location), {recursive: true})
    // oxlint-disable-next-line no-await-in-loop
    await writeFile(location, contents)
  }
  // A page in which everything happens that must not, so that what is looked for would be seen. Nobody listens at that port.
  await writeFile(
    path.join(dist, 'control.html'),
    '<img src=x onerror="window.__ran=1;alert(1)"><img src="http://127.0.0.1:9/x"><a href="javascript:1">x</a>',
  )
  names = (await readdir(dist, {recursive: true})).filter((name) => /\.(?:x?html|svg)$/u.test(name)).toSorted()
  server = createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    readFile(path.join(dist, name)).then(
      (contents) => response.writeHead(200, {'content-type': typeOf(name)}).end(contents),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
})

afterAll(async () => {
  server.close()
  await browser.disconnect()
  await rm(folder, {recursive: true, force: true})
})

const types: Readonly<Record<string, string>> = {
  css: 'text/css',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  jpg: 'image/jpeg',
  svg: 'image/svg+xml',
  xhtml: 'application/xhtml+xml',
}
const typeOf = (name: string) => types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'

interface Happened {
  readonly ran: boolean
  /** Dialogs, windows, requests for anything but files of the output. */
  readonly events: readonly string[]
  /** Schemes of links that a reader should not follow. */
  readonly schemes: readonly string[]
  /** What its policy kept out. */
  readonly violations: readonly string[]
}

interface Opening {
  readonly base: string
  /** Whether the policy of the page is left out of account: then what is in the page alone must hold. */
  readonly withoutPolicy?: boolean
  readonly use?: (page: Page, watch: (other: Page) => void) => Promise<void>
}

/** Opens a file of the output with scripts, and moves over everything in it that could wait for somebody. */
async function open(name: string, {base, use, withoutPolicy = false}: Opening): Promise<Happened> {
  const page = await browser.newPage()
  const events: string[] = []
  const watch = (other: Page) => {
    other.on('request', (request) => {
      const url = request.url()
      if (!url.startsWith(base) && !/^(?:data|about):/u.test(url)) events.push(`request ${url}`)
    })
    other.on('dialog', (dialog) => {
      events.push(`dialog ${dialog.message()}`)
      void dialog.dismiss()
    })
  }
  watch(page)
  if (!use) page.on('popup', () => events.push('window'))
  await page.setBypassCSP(withoutPolicy)
  await page.evaluateOnNewDocument(recordViolations)
  try {
    await page.goto(
      base +
        name
          .split('/')
          .map((part) => encodeURIComponent(part))
          .join('/'),
      {waitUntil: 'load'},
    )
    if (name.includes('deck/') && name.endsWith('.html'))
      await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true')
    await page.evaluate(touchEverything)
    await use?.(page, watch)
    const facts = await page.evaluate(readFacts)
    return {...facts, events}
  } finally {
    await page.close()
  }
}

/** Runs in the page before anything of it. */
function recordViolations(): void {
  const violations: string[] = []
  Object.defineProperty(globalThis, 'violations', {value: violations})
  addEventListener('securitypolicyviolation', ({blockedURI, effectiveDirective, sample}) => {
    violations.push(`${effectiveDirective} ${blockedURI} ${sample}`)
  })
}

/** Runs in the page. */
function touchEverything(): void {
  for (const element of document.querySelectorAll('*')) {
    for (const type of ['mouseover', 'mouseenter', 'focus', 'toggle', 'error', 'load', 'animationend', 'begin'])
      element.dispatchEvent(new Event(type))
  }
}

/** Runs in the page. */
function readFacts(): Omit<Happened, 'events'> {
  const all = globalThis as unknown as {violations?: string[]}
  const links = Array.from(document.querySelectorAll('a, area, [href]'), (link) => {
    const address = link.getAttribute('href') ?? link.getAttributeNS('http://www.w3.org/1999/xlink', 'href') ?? ''
    return URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI).protocol : ''
  })
  const allowed = new Set(['', location.protocol, 'http:', 'https:', 'mailto:', 'tel:'])
  return {
    ran: '__ran' in globalThis,
    violations: all.violations ?? [],
    schemes: links.filter((protocol) => !allowed.has(protocol)),
  }
}

const nothing: Happened = {ran: false, events: [], schemes: [], violations: []}
const bases = () => ({'from its file': `${pathToFileURL(dist).href}/`, 'from a server': origin})

describe('of a course in which everything carries something that would run or reach the network', () => {
  test('the files are those that are looked at', () => {
    for (const name of [
      'deck/deck.html',
      'deck/index.html',
      'teacher/deck/index.html',
      'index.html',
      'coverage/index.html',
      'unzipped/EPUB/imprint.xhtml',
    ])
      expect(names).toContain(name)
    expect(
      names.filter((name) => name.startsWith('unzipped/EPUB/media/') && name.endsWith('.svg')).length,
    ).toBeGreaterThan(1)
  })

  test('and a page in which it happens is seen', async () => {
    for (const base of Object.values(bases())) {
      // oxlint-disable-next-line no-await-in-loop
      const {events, ran, schemes} = await open('control.html', {base})
      expect(ran).toBe(true)
      expect(schemes).toEqual(['javascript:'])
      expect(events).toEqual(expect.arrayContaining(['dialog 1', 'request http://127.0.0.1:9/x']))
    }
  })

  test.each([
    ['from its file', false],
    ['from a server', false],
    ['from its file', true],
  ] as const)(
    'nothing runs and nothing is asked for in any page %s (without its policy: %s)',
    async (from, withoutPolicy) => {
      for (const name of names.filter((one) => one !== 'control.html')) {
        // One after the other.
        // oxlint-disable-next-line no-await-in-loop
        expect([name, await open(name, {base: bases()[from], withoutPolicy})]).toEqual([name, nothing])
      }
    },
  )

  test.each([
    ['teacher/deck/index.html', 'from its file'],
    ['teacher/deck/index.html', 'from a server'],
    ['teacher/deck/deck.html', 'from its file'],
    ['teacher/deck/deck.html', 'from a server'],
  ] as const)('nor in the speaker view of %s %s, which shows the notes', async (name, from) => {
    let said: string | undefined
    let count = 0
    let ran: unknown
    const use = async (page: Page, watch: (other: Page) => void) => {
      const opened = new Promise<Page | null>((resolve) => {
        page.once('popup', resolve)
      })
      await page.evaluate(() => {
        location.hash = '#/sec-blocks'
      })
      await page.keyboard.press('s')
      const view = await opened
      if (!view) throw new Error('The speaker view does not open')
      watch(view)
      await view.waitForFunction(() =>
        (document.querySelector('.speaker-controls-notes .value')?.textContent ?? '').includes('Notes'),
      )
      await view.waitForFunction(() => document.querySelectorAll('iframe').length === 2)
      said = await view.$eval('.speaker-controls-notes .value', (element) => element.textContent)
      ran = await view.evaluate(() => '__ran' in globalThis)
      ;({length: count} = view.frames())
      await view.close()
    }
    expect(await open(name, {base: bases()[from], use})).toEqual(nothing)
    expect(said).toContain('Notes <img src=x onerror=')
    expect(count).toBe(3)
    expect(ran).toBe(false)
  })

  test('nor in a PDF: it has no script, and its links lead to the web, by mail or into the file', async () => {
    const pdfs = (await readdir(dist)).filter((name) => name.endsWith('.pdf'))
    expect(pdfs).toHaveLength(3)
    for (const name of pdfs) {
      // oxlint-disable-next-line no-await-in-loop
      const loading = getDocument({data: new Uint8Array(await readFile(path.join(dist, name))), verbosity: 0})
      // oxlint-disable-next-line no-await-in-loop
      const pdf = await loading.promise
      // oxlint-disable-next-line no-await-in-loop
      expect(await pdf.getJSActions()).toBeNull()
      // oxlint-disable-next-line no-await-in-loop
      expect(await pdf.getOpenAction()).toBeNull()
      // oxlint-disable-next-line no-await-in-loop
      expect(await pdf.getAttachments()).toBeNull()
      for (let number = 1; number <= pdf.numPages; number++) {
        // oxlint-disable-next-line no-await-in-loop
        const page = await pdf.getPage(number)
        // oxlint-disable-next-line no-await-in-loop
        const annotations = (await page.getAnnotations()) as {unsafeUrl?: string; action?: string; actions?: unknown}[]
        for (const {action, actions, unsafeUrl = 'https:'} of annotations) {
          expect(unsafeUrl).toMatch(/^(?:https?|mailto|tel):/u)
          expect([action, actions]).toEqual([undefined, undefined])
        }
      }
      // oxlint-disable-next-line no-await-in-loop
      await loading.destroy()
    }
  })
})
