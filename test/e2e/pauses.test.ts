import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import type {Nodes} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import * as mupdf from 'mupdf'
import {afterAll, beforeAll, expect, test} from 'vitest'
import type {Output} from '../../src/model/output.ts'
import {buildFor} from '../support/build-for.ts'
import {writePausedCourse} from '../support/write-paused-course.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-pauses-'))
})
afterAll(() => rm(folder, {recursive: true, force: true}))

/** What a PDF says, page after page, read by MuPDF. */
async function pdfText(file: string): Promise<string> {
  const document = mupdf.Document.openDocument(await readFile(file), 'application/pdf')
  const pages = Array.from({length: document.countPages()}, (_, index) =>
    document.loadPage(index).toStructuredText('').asText(),
  )
  return pages.join('\n').replaceAll(/\s/gu, '')
}

/** What stands on the slides of a deck, without what is beside them. */
async function slidesText(file: string): Promise<string> {
  return textOf(fromHtml(await readFile(file, 'utf8'))).replaceAll(/\s/gu, '')
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (!('children' in node) || (node.type === 'element' && node.tagName === 'aside')) return ''
  return node.children.map((child) => textOf(child)).join('')
}

const readers: Readonly<Record<string, (out: string) => Promise<string>>> = {
  deck: (out) => slidesText(path.join(out, 'deck/index.html')),
  slides: (out) => pdfText(path.join(out, 'pauses-slides.pdf')),
  handout: (out) => pdfText(path.join(out, 'pauses-handout-4up.pdf')),
}

const everything: readonly Output[] = ['deck', 'slides', 'handout']

test.each([
  [11, ['deck'], 'slide'],
  [12, ['slides'], 'slide'],
  [13, ['slides'], 'step'],
  [14, ['handout'], 'slide'],
  [15, everything, 'slide'],
  [16, everything, 'step'],
] as const)(
  'pauses at random places, seed %i, built as %j with a page a %s: nothing is lost, and nothing is said to be',
  async (seed, only, slidesPdf) => {
    const [source, out] = [path.join(folder, `${seed}`), path.join(folder, `${seed}-dist`)]
    const sentences = await writePausedCourse(source, {seed, count: 3, changes: {'slides-pdf': slidesPdf}})
    const {files, report} = await buildFor(source, out, {only, editions: ['student']})
    expect(files.flatMap(({messages}) => messages.map(String))).toEqual([])
    expect(report?.findings).toEqual([])
    for (const output of only) {
      // oxlint-disable-next-line no-await-in-loop
      const text = (await readers[output]?.(out)) ?? ''
      expect([output, sentences.filter((one) => one.isSure && !text.includes(one.text))]).toEqual([output, []])
    }
  },
)
