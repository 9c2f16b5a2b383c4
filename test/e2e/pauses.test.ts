import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
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

const code = (lines: readonly string[], steps = '') => `\`\`\`python${steps}\n${lines.join('\n')}\n\`\`\``
const list = (first: number, ...items: string[]) => items.map((item, index) => `${first + index}. ${item}`).join('\n')
const eight = ['甲一', '甲二', '甲三', '甲四', '甲五', '甲六', '甲七', '甲八']
const stepped = code(['首行', '中行', '末行'], ' {1|2-3}')

/** Sections that need a second slide after a pause, each of which lost what came last. */
const reported: Readonly<Record<string, readonly string[]>> = {
  'code and lists': ['第一段。', '. . .', stepped, list(1, '甲项', '乙项'), '. . .', list(3, '丙项', '丁项')],
  'no pause': [stepped, list(1, '甲项', '乙项')],
  'a quote': [
    '第一段。',
    '. . .',
    '第二段。',
    '. . .',
    stepped,
    '> - 引文里\n> - 的列表',
    list(1, '甲项', '乙项'),
    '. . .',
    list(3, '丙项'),
  ],
  'long code': [
    '第一段。',
    '. . .',
    code(eight),
    '. . .',
    list(1, '甲项', '乙项', '丙项', '丁项', '戊项'),
    '. . .',
    '末段。',
  ],
}

test.each(['slide', 'step'])(
  'what comes after a pause is on the next slide of its section, a page a %s',
  async (slidesPdf) => {
    const [source, out] = [path.join(folder, `reported-${slidesPdf}`), path.join(folder, `reported-${slidesPdf}-dist`)]
    await mkdir(source)
    const sections = Object.entries(reported).map(([title, blocks]) => [`## ${title}`, ...blocks].join('\n\n'))
    await writeFile(path.join(source, 'a.md'), `# 章\n\n${sections.join('\n\n')}\n`)
    const config = {
      title: 'pauses',
      date: '2026-01-01',
      identifier: 'https://example.org/p',
      slug: 'pauses',
      chapters: ['a.md'],
      'slides-pdf': slidesPdf,
    }
    await writeFile(path.join(source, 'course.yml'), JSON.stringify(config))
    const {report} = await buildFor(source, out, {only: ['slides'], editions: ['student']})
    expect(report?.findings).toEqual([])
    const text = await pdfText(path.join(out, 'pauses-slides.pdf'))
    const parts = Object.keys(reported).map((title, index, titles) => {
      const [from, to] = [title, titles[index + 1] ?? ''].map((one) => one.replaceAll(' ', ''))
      return text.slice(text.indexOf(from ?? ''), to ? text.indexOf(to) : undefined)
    })
    const said = Object.values(reported).map((blocks) =>
      blocks.flatMap((block) => block.match(/[\p{Script=Han}]{2,}/gu) ?? []),
    )
    expect(said.map((words, index) => words.filter((word) => !parts[index]?.includes(word)))).toEqual(
      said.map(() => []),
    )
  },
)

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
