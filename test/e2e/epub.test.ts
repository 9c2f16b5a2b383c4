import {readdirSync, readFileSync} from 'node:fs'
import {getDocument, type PDFDocumentProxy} from 'pdfjs-dist/legacy/build/pdf.mjs'
import {copyFile, mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {strFromU8, strToU8, zipSync} from 'fflate'
import puppeteer, {type Browser} from 'puppeteer'
import {afterAll, beforeAll, beforeEach, describe, expect, inject, test} from 'vitest'
import {elementsOf, readEpub, textOf} from '../support/read-epub.ts'
import {hasJava, runEpubcheck} from '../support/run-epubcheck.ts'
import {serveReader} from '../support/serve-reader.ts'

let folder = ''
let file = ''
let files: Awaited<ReturnType<typeof readEpub>> = {}
let documents: [name: string, bytes: Uint8Array][] = []

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-epub-'))
  file = path.join(folder, 'book.epub')
  await copyFile(path.join(inject('dist'), 'large-models.epub'), file)
  files = await readEpub(file)
  for (const [name, bytes] of Object.entries(files)) {
    // oxlint-disable-next-line no-await-in-loop
    await mkdir(path.dirname(path.join(folder, name)), {recursive: true})
    // oxlint-disable-next-line no-await-in-loop
    await writeFile(path.join(folder, name), bytes)
  }
  documents = Object.entries(files).filter(([name]) => name.endsWith('.xhtml'))
})

afterAll(async () => {
  await rm(folder, {recursive: true, force: true})
})

async function pageText(pdf: PDFDocumentProxy, number: number): Promise<string> {
  const page = await pdf.getPage(number)
  const {items} = await page.getTextContent()
  return items.map((item) => ('str' in item ? item.str : '')).join('')
}

describe('EPUBCheck', () => {
  beforeEach(async (context) => {
    context.skip(!(await hasJava()), 'EPUBCheck: not run (no Java)')
  })

  test('has nothing to say of the book', async () => {
    expect(await runEpubcheck(file)).toEqual([])
  })

  test('is heard when it has something to say', async () => {
    const broken = path.join(folder, 'broken.epub')
    const chapter = strFromU8(files['EPUB/chapter-01.xhtml'] ?? new Uint8Array())
    const {mimetype = new Uint8Array(), ...others} = files
    const edited = {...others, 'EPUB/chapter-01.xhtml': strToU8(chapter.replace('<section>', '<section align="left">'))}
    await writeFile(broken, zipSync({mimetype: [mimetype, {level: 0}], ...edited}))
    expect(await runEpubcheck(broken)).toEqual([expect.stringMatching(/^ERROR RSC-005 EPUB\/chapter-01\.xhtml:\d+ /u)])
  })
})

describe('the container', () => {
  test('begins with the media type, stored, and nothing else (OCF 3.3, 4.3)', async () => {
    const bytes = await readFile(file)
    expect(bytes.readUInt16LE(8), 'method').toBe(0)
    expect(bytes.readUInt16LE(28), 'extra field').toBe(0)
    expect(bytes.toString('latin1', 30, 58)).toBe('mimetypeapplication/epub+zip')
  })

  test('has names that every reader can write', () => {
    expect(Object.keys(files).filter((name) => !/^[\w./-]+$/u.test(name))).toEqual([])
  })
})

describe('the package', () => {
  test('lists every file once, with the properties the file has', () => {
    const items = elementsOf(files['EPUB/package.opf'], 'item')
    const listed = items.map(({attributes}) => `EPUB/${attributes['href']}`)
    const present = Object.keys(files).filter((name) => name.startsWith('EPUB/') && name !== 'EPUB/package.opf')
    expect(listed.toSorted()).toEqual(present.toSorted())
    const claimed = items.filter(({attributes}) => attributes['properties']?.split(' ').includes('mathml'))
    const holding = documents.filter(([, bytes]) => elementsOf(bytes, 'math').length > 0)
    expect(claimed.map(({attributes}) => `EPUB/${attributes['href']}`)).toEqual(holding.map(([name]) => name))
  })

  test('has one cover, a picture of 1600 by 2400 px, and says in words what it is', async () => {
    const items = elementsOf(files['EPUB/package.opf'], 'item')
    const covers = items.filter(({attributes}) => attributes['properties'] === 'cover-image')
    expect(covers.map(({attributes}) => attributes['href'])).toEqual(['cover.jpg'])
    const bytes = Buffer.from(files['EPUB/cover.jpg'] ?? [])
    // The frame of a JPEG says its height and width.
    const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]))
    expect([bytes.readUInt16BE(frame + 7), bytes.readUInt16BE(frame + 5)]).toEqual([1600, 2400])
    const [image] = elementsOf(files['EPUB/cover.xhtml'], 'img')
    expect(image?.attributes).toMatchObject({src: 'cover.jpg', role: 'doc-cover', alt: '大模型入门 · 封面'})
  })

  test('names the pages of the printed book where they begin', async () => {
    const task = getDocument({
      data: new Uint8Array(await readFile(path.join(inject('dist'), 'large-models.pdf'))),
      verbosity: 0,
    })
    const pdf = await task.promise
    const labels = (await pdf.getPageLabels()) ?? []
    try {
      const plain = (text: string) => text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '')
      const wrong: string[] = []
      let count = 0
      for (const [name, bytes] of documents) {
        const xml = strFromU8(bytes)
        for (const {groups, index} of xml.matchAll(/<(?:div|span) id="page-(?<number>\d+)"[^>]*><\/(?:div|span)>/gu)) {
          count++
          const number = labels.indexOf(groups?.['number'] ?? '') + 1
          // oxlint-disable-next-line no-await-in-loop
          const printed = plain(await pageText(pdf, number))
          // What follows the mark in the e-book stands near the head of the page, formulas and pictures left out.
          const following = plain(
            xml
              .slice(index)
              .replaceAll(/<math[\s\S]*?<\/math>|<rt>.*?<\/rt>/gu, ' ')
              .replaceAll(/<[^>]*>/gu, ' ')
              .replaceAll(/&\w+;/gu, ' '),
          ).slice(0, 12)
          const at = printed.indexOf(following.slice(0, 6))
          if (at < 0 || at > 150) wrong.push(`${name} page ${number}: ${following}`)
        }
      }
      expect(count).toBeGreaterThan(25)
      // A page may begin with a formula or a picture, whose words come in another order.
      expect(wrong.length).toBeLessThan(count / 6)
    } finally {
      await task.destroy()
    }
  })

  test.each(['nav.xhtml', 'toc.ncx'])('%s names every heading down to h3, in order', (name) => {
    const attribute = name === 'nav.xhtml' ? 'href' : 'src'
    const targets = elementsOf(files[`EPUB/${name}`])
      .filter((element) => (name === 'nav.xhtml' ? element.name === 'a' : element.name === 'content'))
      .map(({attributes}) => attributes[attribute] ?? '')
      .filter((target) => target.includes('#') && !target.includes('#page-'))
    const headings = documents
      .filter(([document]) => !document.endsWith('nav.xhtml'))
      .flatMap(([document, bytes]) =>
        elementsOf(bytes)
          .filter((element) => /^h[123]$/u.test(element.name) && element.attributes['id'])
          .map(({attributes}) => `${path.basename(document)}#${attributes['id']}`),
      )
    expect(headings.length).toBeGreaterThan(40)
    expect(targets.toSorted()).toEqual(headings.toSorted())
    const ofChapters = (all: readonly string[]) => all.filter((one) => one.startsWith('chapter-'))
    expect(ofChapters(targets)).toEqual(ofChapters(headings))
  })
})

describe('the documents', () => {
  test('hold no script, no form, nothing from elsewhere and nothing private to the program', () => {
    const found = documents.flatMap(([name, bytes]) =>
      elementsOf(bytes).flatMap((element) => [
        ...(/^(?:script|form|input|iframe|object|embed)$/u.test(element.name) ? [`${name} ${element.name}`] : []),
        ...Object.entries(element.attributes)
          .filter(([key, value]) => /^(?:data-|on)/u.test(key) || (key === 'src' && /^\w+:/u.test(value ?? '')))
          .map(([key]) => `${name} ${element.name} ${key}`),
      ]),
    )
    expect(found).toEqual([])
  })

  test('say of every picture what it shows, and of every formula its TeX', () => {
    const images = documents.flatMap(([, bytes]) => elementsOf(bytes, 'img'))
    const formulas = documents.flatMap(([, bytes]) => elementsOf(bytes, 'math'))
    expect(images.length).toBeGreaterThan(7)
    expect(images.filter(({attributes}) => (attributes['alt'] ?? '').length < 10)).toEqual([])
    expect(formulas.length).toBeGreaterThan(80)
    const sources = documents.flatMap(([, bytes]) => elementsOf(bytes, 'annotation').map(textOf))
    expect(sources).toEqual(formulas.map(({attributes}) => attributes['alttext']))
    expect(sources.filter((tex) => tex.trim() === '')).toEqual([])
  })

  test('keep every line of a listing as its file has it', () => {
    const listings = documents.flatMap(([, bytes]) => elementsOf(bytes, 'pre').map(textOf))
    const sources = readdirSync('chapters/listings').map((name) => readFileSync(`chapters/listings/${name}`, 'utf8'))
    // Some stand in two parts.
    const told = (source: string) => listings.filter((listing) => source.includes(listing))
    const isWhole = (source: string) => told(source).join('').replaceAll(/\s/gu, '') === source.replaceAll(/\s/gu, '')
    expect(sources.filter((source) => !isWhole(source))).toEqual([])
  })
})

interface BookFacts {
  readonly title: string
  readonly landmarks: readonly string[]
  /** Number of entries of the list of pages. */
  readonly pages: number
  /** Number of entries of the table of contents. */
  readonly entries: number
  /** Entries that lead nowhere. */
  readonly lost: readonly string[]
}

/** Runs in the reader's page. */
async function readBook(): Promise<BookFacts> {
  interface Entry {
    /** Null for the title of a part, which leads nowhere. */
    readonly href: string | null
    readonly subitems: readonly Entry[] | null
  }
  interface OpenBook {
    readonly metadata: {readonly title: string}
    readonly landmarks: readonly {readonly type: readonly string[]}[]
    readonly toc: readonly Entry[]
    readonly pageList: readonly Entry[]
    readonly sections: readonly {createDocument(): Promise<Document>}[]
    resolveHref(href: string): {index: number; anchor: (page: Document) => Element | null} | null
  }
  const {book} = (globalThis as unknown as {view: {book: OpenBook}}).view
  const flatten = (entries: readonly Entry[]): Entry[] =>
    entries.flatMap((entry) => [entry, ...flatten(entry.subitems ?? [])])
  const entries = flatten(book.toc)
  const lost: string[] = []
  for (const {href} of [...entries, ...book.pageList]) {
    if (href === null) continue
    const place = book.resolveHref(href)
    // oxlint-disable-next-line no-await-in-loop
    const section = await book.sections[place?.index ?? -1]?.createDocument()
    if (!section || !place?.anchor(section)) lost.push(href)
  }
  const landmarks = book.landmarks.flatMap(({type}) => type)
  return {title: book.metadata.title, landmarks, pages: book.pageList.length, entries: entries.length, lost}
}

/** Runs in the reader's page: what epub-ts knows of the book, and how many of its documents it shows with text or a picture. */
async function showBook(): Promise<{title: string; toc: number; pages: number; shown: number}> {
  interface OpenBook {
    readonly packaging: {readonly metadata: {readonly title: string}}
    readonly navigation: {readonly toc: readonly unknown[]}
    readonly pageList: {readonly pageList: readonly unknown[]}
    readonly spine: {readonly spineItems: readonly {readonly href: string}[]}
  }
  interface Rendition {
    display(href: string): Promise<void>
    getContents(): readonly {readonly document: Document}[]
  }
  const {book, rendition} = globalThis as unknown as {book: OpenBook; rendition: Rendition}
  let shown = 0
  for (const {href} of book.spine.spineItems) {
    // One after the other, as a person turns pages.
    // oxlint-disable-next-line no-await-in-loop
    await rendition.display(href)
    const {body} = rendition.getContents()[0]?.document ?? document
    if (body.textContent.trim() || body.querySelector('img')) shown++
  }
  const {title} = book.packaging.metadata
  return {title, toc: book.navigation.toc.length, pages: book.pageList.pageList.length, shown}
}

/** Runs in the page of a document: what stands out of the screen, unless it scrolls in a box of its own. */
function findWide(): string[] {
  const width = document.documentElement.clientWidth
  const wide = Array.from(document.body.querySelectorAll('*')).filter((element) => {
    const box = element.closest('.equation-body')
    return (!box || box === element) && element.getBoundingClientRect().right > width + 1
  })
  return wide.map((element) => `${element.tagName} ${element.id} ${element.textContent.slice(0, 30)}`)
}

describe('in a reader', () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await puppeteer.connect({browserWSEndpoint: inject('browser')})
  })

  afterAll(async () => {
    await browser.disconnect()
  })

  test('foliate-js opens the book and finds the place of every entry of its contents', async () => {
    const reader = await serveReader(file)
    const page = await browser.newPage()
    try {
      await page.goto(reader.url)
      await page.waitForFunction(() => 'view' in globalThis)
      const facts = await page.evaluate(readBook)
      expect(facts.title).toBe('大模型入门')
      expect(facts.landmarks).toEqual(['cover', 'toc', 'bodymatter'])
      expect(facts.pages).toBeGreaterThan(20)
      expect(facts.entries).toBeGreaterThan(40)
      expect(facts.lost).toEqual([])
    } finally {
      await page.close()
      reader.close()
    }
  })

  test('epub-ts opens the book, shows every document of it and finds its contents and pages', async () => {
    const reader = await serveReader(file, 'epub-ts')
    const page = await browser.newPage()
    const errors: unknown[] = []
    page.on('pageerror', (error) => errors.push(error))
    try {
      await page.goto(reader.url)
      await page.waitForFunction(() => 'book' in globalThis)
      const facts = await page.evaluate(showBook)
      expect(facts.title).toBe('大模型入门')
      expect(facts.toc).toBeGreaterThan(2)
      expect(facts.pages).toBeGreaterThan(20)
      expect(facts.shown).toBe(documents.length)
      expect(errors).toEqual([])
    } finally {
      await page.close()
      reader.close()
    }
  })

  test.each([360, 800])('nothing is wider than a screen of %s px', async (width) => {
    const page = await browser.newPage()
    try {
      await page.setViewport({width, height: 640})
      for (const [name] of documents) {
        // One page for all of them.
        // oxlint-disable-next-line no-await-in-loop
        await page.goto(`file://${path.join(folder, name)}`)
        // oxlint-disable-next-line no-await-in-loop
        expect(await page.evaluate(findWide)).toEqual([])
      }
      await page.evaluate(() => {
        document.body.insertAdjacentHTML('beforeend', '<p id="planted" style="width: 150vw">宽</p>')
      })
      expect(await page.evaluate(findWide)).toEqual(['p planted 宽'])
    } finally {
      await page.close()
    }
  })
})
