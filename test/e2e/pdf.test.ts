import {readFile} from 'node:fs/promises'
import path from 'node:path'
import {PDFDict, PDFDocument, PDFName} from '@cantoo/pdf-lib'
import {getDocument, type PDFDocumentProxy} from 'pdfjs-dist/legacy/build/pdf.mjs'
import {afterAll, beforeAll, describe, expect, inject, test} from 'vitest'

let book: PDFDocumentProxy
const loading: {destroy: () => Promise<void>}[] = []

async function open(file: string): Promise<PDFDocumentProxy> {
  const data = new Uint8Array(await readFile(path.join(inject('dist'), file)))
  const task = getDocument({data, verbosity: 0})
  loading.push(task)
  return task.promise
}

beforeAll(async () => {
  book = await open('large-models.pdf')
})

afterAll(async () => {
  await Promise.all(loading.map((task) => task.destroy()))
})

async function pageText(pdf: PDFDocumentProxy, number: number): Promise<string> {
  const page = await pdf.getPage(number)
  const {items} = await page.getTextContent()
  return items.map((item) => ('str' in item ? item.str : '')).join('')
}

async function pageOf(pdf: PDFDocumentProxy, destination: string): Promise<number> {
  const target = (await pdf.getDestination(destination)) as [{num: number; gen: number}] | null
  return target ? (await pdf.getPageIndex(target[0])) + 1 : 0
}

describe('the book', () => {
  test('says its title, and is tagged with headings, figures and tables', async () => {
    const {info} = await book.getMetadata()
    expect(info).toMatchObject({Title: '大模型入门：从参数、历史到应用'})
    const roles = new Set<string>()
    const walk = (node: {role?: string; children?: unknown[]}): void => {
      if (node.role) roles.add(node.role)
      for (const child of node.children ?? []) walk(child as {role?: string; children?: unknown[]})
    }
    for (let number = 1; number <= book.numPages; number++) {
      // oxlint-disable-next-line no-await-in-loop
      const page = await book.getPage(number)
      // oxlint-disable-next-line no-await-in-loop
      walk((await page.getStructTree()) ?? {})
    }
    expect([...roles]).toEqual(
      expect.arrayContaining(['H1', 'H2', 'P', 'L', 'LI', 'Table', 'TH', 'TD', 'Figure', 'Link']),
    )
  })

  test('has a bookmark for each chapter, and sections below', async () => {
    const outline = await book.getOutline()
    const chapters = outline.filter(({items}) => items.length > 0).map(({title}) => title)
    expect(chapters).toEqual(expect.arrayContaining(['大模型是什么', '发展历程', '底层原理']))
  })

  test('numbers in the contents are what the pages bear on which chapters and sections stand', async () => {
    const labels = (await book.getPageLabels()) ?? []
    const start = await pageOf(book, 'toc')
    const contents = `${await pageText(book, start)}${await pageText(book, start + 1)}`.replaceAll(/\s/gu, '')
    for (const [id, title] of [
      ['definition', '大模型是什么'],
      ['history', '发展历程'],
      ['principles', '底层原理'],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop
      const page = await pageOf(book, id)
      expect(page).toBeGreaterThan(4)
      expect(contents).toMatch(new RegExp(`${title}${labels[page - 1]}(?:\\D|\\d\\.)`, 'u'))
      // oxlint-disable-next-line no-await-in-loop
      expect((await pageText(book, page)).replaceAll(/\s/gu, '')).toContain(title)
    }
  })

  test('pages bear their numbers and a running head', async () => {
    const first = await pageOf(book, 'definition')
    const labels = (await book.getPageLabels()) ?? []
    const texts = await Promise.all([first, first + 1, first + 2].map((page) => pageText(book, page)))
    const [opener = '', ...others] = texts.map((text) => text.replaceAll(/\s/gu, ''))
    // An opener bears neither.
    expect(opener).toMatch(/^第1章大模型是什么/u)
    const heads = ['第1章大模型是什么', '1.2数参数']
    const expected = [first + 1, first + 2].map((page) => heads.map((head) => `${head}${labels[page - 1]}`))
    expect(others.every((text, index) => expected[index]?.some((head) => text.startsWith(head)))).toBe(true)
  })

  test.each(['large-models.pdf', 'large-models-slides.pdf', 'large-models-handout.pdf'])(
    '%s embeds the fonts of the theme as TrueType, and no other',
    async (file) => {
      const {context} = await PDFDocument.load(await readFile(path.join(inject('dist'), file)), {updateMetadata: false})
      const fonts = context
        .enumerateIndirectObjects()
        .flatMap(([, object]) => (object instanceof PDFDict && object.has(PDFName.of('BaseFont')) ? [object] : []))
      const names = fonts.map((font) => font.lookup(PDFName.of('BaseFont'), PDFName).decodeText())
      expect(names.length).toBeGreaterThan(3)
      expect(
        names.filter((name) => !/^[A-Z]{6}\+(?:Noto(?:Sans|Serif)SC|Source(?:Sans3|Serif4)|JetBrainsMono)/u.test(name)),
      ).toEqual([])
      expect(fonts.map((font) => font.get(PDFName.of('Subtype')))).not.toContain(PDFName.of('Type3'))
    },
  )
})

test('the slides have a page for each slide of the deck', async () => {
  const deck = await readFile(path.join(inject('dist'), 'deck/index.html'), 'utf8')
  const slides = await open('large-models-slides.pdf')
  expect(slides.numPages).toBe(deck.match(/<section id="/gu)?.length)
})

test('the teacher’s handout has notes and solutions, and the student’s has neither', async () => {
  const texts = await Promise.all(
    ['teacher/large-models-handout.pdf', 'large-models-handout.pdf'].map(async (file) => {
      const pdf = await open(file)
      const pages = await Promise.all(Array.from({length: pdf.numPages}, (_value, index) => pageText(pdf, index + 1)))
      return pages.join('')
    }),
  )
  expect(texts[0]).toContain('讲者备注')
  expect(texts[0]).toContain('解答 · 练习 1-1')
  expect(texts[1]).not.toContain('讲者备注')
  expect(texts[1]).not.toContain('解答')
})
