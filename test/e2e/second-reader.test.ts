import path from 'node:path'
import {readFile} from 'node:fs/promises'
import * as mupdf from 'mupdf'
import {beforeAll, describe, expect, inject, test, type TestContext} from 'vitest'
import {compileCourse} from '../../src/compile-course.ts'
import {expectedUnits} from '../../src/coverage/expected-units.ts'
import {normalizeText, placeholder} from '../../src/coverage/normalize-text.ts'
import type {ContentUnit} from '../../src/model/coverage.ts'
import {outlineOf, readPdf, type ReadPdf} from '../support/read-pdf.ts'
import {runReader} from '../support/run-reader.ts'
import {typeAreaByMupdf, typeAreaByPoppler} from '../support/type-area-text.ts'

let file = ''
let units: readonly ContentUnit[] = []
/** As pdf.js reads it, which is what lectern itself checks with. */
let book: ReadPdf
beforeAll(async () => {
  file = path.join(inject('partDist'), 'large-models.pdf')
  const {course} = await compileCourse({folder: inject('part'), progress: {step: () => undefined}})
  if (!course) throw new Error('The course does not compile')
  const isPrinted = ({editions, outputs}: ContentUnit) => editions.includes('student') && outputs.includes('pdf')
  units = expectedUnits(course).filter(
    (unit) => isPrinted(unit) && unit.kind !== 'footnote' && unit.within === undefined,
  )
  book = await readPdf(file)
})

/** Before a chapter contents and lists may stand; before anything else, the words of a figure. */
const farthest = (kind: string) => (kind === 'chapter' ? 12_000 : 1500)

/** Blocks of which a reader does not find every word, one after the other in the order of the course. */
function missed(pages: readonly string[]): string[] {
  const whole = normalizeText(pages.join('')).replaceAll('续', '')
  let from = 0
  return units.flatMap(({id, kind, texts}) => {
    const fragments = texts.flatMap((text) => text.split(placeholder)).map((text) => text.replaceAll('续', ''))
    let at = from
    for (const fragment of fragments.filter(Boolean)) {
      const found = whole.indexOf(fragment, at)
      if (found < 0 || found > at + farthest(kind)) return [`${kind} ${id}: ${fragment.slice(0, 40)}`]
      at = found + fragment.length
    }
    from = at
    return []
  })
}

describe('every block of the course, word by word in its order', () => {
  test('is found by MuPDF', async () => {
    expect(units.length).toBeGreaterThan(150)
    expect(missed(await typeAreaByMupdf(file))).toEqual([])
  })

  test('is found by Poppler', (context: TestContext) => {
    const pages = typeAreaByPoppler(file)
    if (!pages) context.skip('not run: pdftotext is not installed')
    expect(missed(pages)).toEqual([])
  })
})

describe('is told', () => {
  test('pages that are exchanged, and words that are gone', async () => {
    const pages = await typeAreaByMupdf(file)
    const middle = pages.length >> 1
    const exchanged = pages.with(middle, pages[middle + 1] ?? '').with(middle + 1, pages[middle] ?? '')
    expect(missed(exchanged).length).toBeGreaterThan(0)
    const prose = units.find(({kind, texts}) => kind === 'prose' && (texts[0]?.length ?? 0) > 40)
    const word = prose?.texts[0]?.slice(10, 20) ?? ''
    expect(missed(pages.map((page) => normalizeText(page).replaceAll(word, '')))).toContainEqual(
      expect.stringContaining(prose?.id ?? '?'),
    )
  })
})

describe('readers agree', () => {
  test('on bookmarks and how they nest', async () => {
    const outline = await outlineOf(file)
    expect(outline.map((bookmark) => bookmark.split('/').at(-1))).toEqual(book.bookmarks)
    expect(outline).toContain('底层原理/3.1 训练的四个阶段/3.1.1 数据预处理')
    const titles = new Set(book.bookmarks.map((title) => normalizeText(title)))
    const headings = units.filter(({kind}) => kind === 'chapter' || kind === 'section')
    expect(headings.filter(({number, texts}) => !titles.has(`${number}${texts[0]}`))).toEqual([])
  })

  test('on where links lead, page by page', async () => {
    const document = mupdf.Document.openDocument(await readFile(file), 'application/pdf')
    const found = book.pages.map((_page, index) =>
      document
        .loadPage(index)
        .getLinks()
        .map((link) => (link.isExternal() ? link.getURI() : String(document.resolveLink(link) + 1))),
    )
    const expected = book.pages.map(({links}) => links.map((link) => String(book.destinations.get(link) ?? link)))
    expect(found.map((links) => links.toSorted(byText))).toEqual(expected.map((links) => links.toSorted(byText)))
    expect(found.flat().length).toBeGreaterThan(200)
  })

  test('on sizes of pages, and that the file is tagged, in Poppler', (context: TestContext) => {
    const facts = runReader('pdfinfo', ['-f', '1', '-l', String(book.pages.length), file])
    if (facts === undefined) context.skip('not run: pdfinfo is not installed')
    expect(facts).toMatch(/^Tagged: +yes$/mu)
    expect(facts).toContain(`Title:           ${book.title}`)
    const sizes = Array.from(facts.matchAll(/size: +(?<width>[\d.]+) x (?<height>[\d.]+) pts/gu), ({groups}) => [
      Math.round((Number(groups?.['width']) / 72) * 25.4),
      Math.round((Number(groups?.['height']) / 72) * 25.4),
    ])
    expect(sizes).toEqual(book.pages.map(({height, width}) => [width, height]))
  })

  test('on the page of each destination, in Poppler', (context: TestContext) => {
    const listed = runReader('pdfinfo', ['-dests', file])
    if (listed === undefined) context.skip('not run: pdfinfo is not installed')
    const lines = listed.matchAll(/^ *(?<page>\d+) \[.*\] "(?<name>[^"]+)"$/gmu)
    const found = new Map(Array.from(lines, ({groups}) => [groups?.['name'] ?? '', Number(groups?.['page'])]))
    expect(found.size).toBeGreaterThan(300)
    expect([...found].filter(([name, page]) => book.destinations.get(name) !== page)).toEqual([])
    expect([...book.destinations.keys()].filter((name) => !found.has(name))).toEqual([])
  })

  test('that fonts are TrueType, embedded and have characters, in Poppler', (context: TestContext) => {
    const table = runReader('pdffonts', [file])
    if (table === undefined) context.skip('not run: pdffonts is not installed')
    const fonts = table.trim().split('\n').slice(2)
    expect(fonts.length).toBeGreaterThan(4)
    expect(fonts.filter((line) => !/^[A-Z]{6}\+\S+ +(?:CID )?TrueType +\S+ +yes +yes +yes /u.test(line))).toEqual([])
  })

  test('on the tags, in qpdf', (context: TestContext) => {
    const json = runReader('qpdf', ['--json', '--json-key=qpdf', file])
    if (json === undefined) context.skip('not run: qpdf is not installed')
    const {qpdf} = JSON.parse(json) as {qpdf: [unknown, Record<string, {value?: {'/S'?: string; '/Type'?: string}}>]}
    const roles = Object.values(qpdf[1]).flatMap(({value}) =>
      value?.['/Type'] === '/StructElem' ? [value['/S'] ?? ''] : [],
    )
    const count = (role: string) => roles.filter((one) => one === role).length
    // Each chapter and section has its heading, and each figure that has words for it its tag.
    const headings = units.filter(({kind}) => kind === 'chapter' || kind === 'section').length
    expect(['/H1', '/H2', '/H3', '/H4'].reduce((sum, role) => sum + count(role), 0)).toBeGreaterThanOrEqual(headings)
    expect(count('/Table')).toBe(units.filter(({kind}) => kind === 'table').length)
    expect(count('/Figure')).toBeGreaterThanOrEqual(units.filter(({kind}) => kind === 'figure').length)
    expect(count('/LI')).toBe(count('/LBody'))
  })
})

const byText = (a: string, b: string) => a.localeCompare(b)
