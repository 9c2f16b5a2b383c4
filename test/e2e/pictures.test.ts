import {cp, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {buildFor} from '../support/build-for.ts'
import {comparePicture} from '../support/compare-pictures.ts'
import {renderPages, type RenderedPage} from '../support/render-pdf.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-pictures-'))
})
afterAll(() => rm(folder, {recursive: true, force: true}))

/** Pages, from 0, that are compared: what each kind of page looks like. */
const chosen = {
  print: {title: 2, contents: 6, part: 8, opener: 10, table: 12, listing: 17},
  'print-slides': {title: 0, agenda: 1, figure: 3, table: 5},
  'print-handout': {first: 0, second: 1},
} as const

describe.each(['paper', 'night'])('pages in the theme %s', (theme) => {
  const pages = new Map<string, RenderedPage[]>()

  beforeAll(async () => {
    const source = path.join(folder, theme)
    await cp('test/fixtures/course-print', source, {recursive: true})
    const config = await readFile(path.join(source, 'course.yml'), 'utf8')
    await writeFile(path.join(source, 'course.yml'), `${config}theme: ${theme}\n`)
    const out = path.join(folder, `${theme}-dist`)
    const result = await buildFor(source, out, {editions: ['student'], only: ['pdf', 'slides', 'handout']})
    const messages = result.files.flatMap((file) => file.messages.map(String))
    if (messages.length > 0) throw new Error(`The course does not build:\n${messages.join('\n')}`)
    for (const file of Object.keys(chosen)) {
      // oxlint-disable-next-line no-await-in-loop
      pages.set(file, renderPages(new Uint8Array(await readFile(path.join(out, `${file}.pdf`))), {dpi: 50}))
    }
  })

  test.each(Object.entries(chosen))('%s looks as it was approved', (file, places) => {
    const complaints = Object.entries(places).map(([name, place]) => {
      const page = pages.get(file)?.[place]
      if (!page) return `${file} has no page ${place}`
      return comparePicture(`${theme}/${file}-${name}`, page.png, {tolerance: 0.01}).complaint
    })
    expect(complaints.filter(Boolean)).toEqual([])
  })

  test('every page has ink but those that are left blank for the next to be a right-hand one', () => {
    const [book = [], slides = []] = [pages.get('print'), pages.get('print-slides')]
    const blank = book.flatMap((page, index) => (page.inkShare < 0.0015 ? [index] : []))
    // Page numbers from 0: what follows a blank page is a right-hand one.
    expect(blank.filter((page) => page % 2 === 0)).toEqual([])
    expect(slides.filter(({inkShare}) => inkShare < 0.002)).toEqual([])
  })
})
