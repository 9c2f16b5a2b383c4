import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import * as mupdf from 'mupdf'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {buildFor} from '../support/build-for.ts'
import {writePageBreakCourse, type Announcement} from '../support/page-break-course.ts'
import {readTextByMupdf} from '../support/render-pdf.ts'

let folder = ''
let announcements: readonly Announcement[] = []
/** Of the book, as MuPDF reads it: with its lines, and without white space. */
let pages: readonly string[] = []
let texts: readonly string[] = []

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-breaks-'))
  announcements = await writePageBreakCourse(path.join(folder, 'course'), 24)
  const options = {editions: ['student'], only: ['pdf']} as const
  const {files} = await buildFor(path.join(folder, 'course'), path.join(folder, 'dist'), options)
  const messages = files.flatMap((file) => file.messages.map(String))
  if (messages.length > 0) throw new Error(`The course does not build:\n${messages.join('\n')}`)
  pages = readTextByMupdf(new Uint8Array(await readFile(path.join(folder, 'dist/pages.pdf'))))
  texts = pages.map((page) => page.replaceAll(/\s/gu, ''))
})
afterAll(() => rm(folder, {recursive: true, force: true}))

/** From 1, of the pages that hold these words. */
const pagesWith = (words: string) => texts.flatMap((text, index) => (text.includes(words) ? [index + 1] : []))

describe('what announces a block', () => {
  test('is on the page where that begins, whatever the block is', () => {
    const parted = announcements.filter(({first, lead}) => {
      const [page = 0] = pagesWith(lead)
      return !pagesWith(first).includes(page)
    })
    expect(parted).toEqual([])
  })

  test('has gone to the next page for it, where there was no room for both', () => {
    const begins = announcements.filter(({lead}) =>
      texts.some((text) => text.indexOf(lead) > -1 && text.indexOf(lead) < 40),
    )
    expect(new Set(begins.map(({kind}) => kind)).size).toBeGreaterThan(8)
  })
})

test('no paragraph leaves a line of it alone on a page', () => {
  const torn = Map.groupBy(
    pages.flatMap((page, index) =>
      page.split('\n').flatMap((line) => {
        const name = /(?:段|^)\s*(?<name>[A-Z]\d{3})。/u.exec(line)?.groups?.['name']
        return name === undefined ? [] : [{name, page: index + 1}]
      }),
    ),
    ({name}) => name,
  )
  const onTwo = [...torn].map(([name, lines]) => [name, Map.groupBy(lines, ({page}) => page)] as const)
  const ofTwo = onTwo.filter(([, found]) => found.size > 1)
  expect(ofTwo.length).toBeGreaterThan(5)
  expect(ofTwo.filter(([, found]) => [...found.values()].some((lines) => lines.length < 2))).toEqual([])
})

test('what the author keeps together is on one page', () => {
  const kept = announcements.filter(({kind}) => kind === 'nosplit')
  expect(kept.filter(({first}) => pagesWith(`段，${first}`).length !== 1)).toEqual([])
})

test('a table that is longer than a page begins where it stands, and no row of it is alone', () => {
  const rowsOf = (first: string) => texts.map((text) => text.split(new RegExp(`行\\d+${first}`, 'u')).length - 1)
  const tables = announcements
    .filter(({kind}) => kind === 'long table')
    .map(({first}) => rowsOf(first).filter((rows) => rows > 0))
  expect(tables.map((rows) => rows.reduce((sum, count) => sum + count, 0))).toEqual(tables.map(() => 60))
  expect(tables.flat().filter((rows) => rows < 2)).toEqual([])
  // Not only at the top of a page of its own, where the first part would be a page long.
  expect(tables.filter(([rows = 0]) => rows < 10).length).toBeGreaterThan(3)
})

test('that a listing goes on is said above its first line, not over it', async () => {
  const document = mupdf.Document.openDocument(await readFile(path.join(folder, 'dist/pages.pdf')), 'application/pdf')
  const marks = pages.flatMap((page, index) => (/^\s*续\s*$/mu.test(page) ? [index] : []))
  expect(marks.length).toBeGreaterThan(0)
  for (const index of marks) {
    const {blocks} = JSON.parse(document.loadPage(index).toStructuredText('').asJSON()) as StructuredText
    const lines = blocks.flatMap((block) => block.lines ?? []).filter(({text}) => text.trim() !== '')
    const mark = lines.find(({text}) => text.trim() === '续')
    const foot = (mark?.bbox.y ?? 0) + (mark?.bbox.h ?? 0)
    const middles = lines.filter((line) => line !== mark).map(({bbox}) => bbox.y + bbox.h / 2)
    expect(middles.filter((middle) => middle > (mark?.bbox.y ?? 0) && middle < foot)).toEqual([])
  }
})

interface StructuredText {
  readonly blocks: readonly {
    readonly lines?: readonly {readonly text: string; readonly bbox: {readonly y: number; readonly h: number}}[]
  }[]
}
