import {cp, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  type PDFString,
  type PDFPage,
} from '@cantoo/pdf-lib'
import * as mupdf from 'mupdf'
import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {verifyCourse} from '../../src/build.ts'
import {buildFor, optionsFor} from '../support/build-for.ts'

const source = 'test/fixtures/course-print'
let folder = ''
let bytes: Uint8Array
let book: mupdf.Document

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-print-'))
  const result = await buildFor(source, path.join(folder, 'dist'), {editions: ['student'], only: ['pdf', 'epub']})
  const messages = result.files.flatMap((file) => file.messages.map(String))
  if (messages.length > 0) throw new Error(`The course does not build:\n${messages.join('\n')}`)
  bytes = new Uint8Array(await readFile(path.join(folder, 'dist/print.pdf')))
  book = mupdf.Document.openDocument(bytes, 'application/pdf')
})
afterAll(() => rm(folder, {recursive: true, force: true}))

const textOf = (page: number) => book.loadPage(page).toStructuredText('').asText().replaceAll(/\s/gu, '')
const pages = () => Array.from({length: book.countPages()}, (_value, index) => textOf(index))
const pageWith = (text: string) => pages().findIndex((page) => page.includes(text))

/** As pdf.js reads them. */
async function labelsOf(): Promise<string[]> {
  const loading = getDocument({data: new Uint8Array(bytes), verbosity: 0})
  const labels = await (await loading.promise).getPageLabels()
  await loading.destroy()
  return labels ?? []
}

describe('a bound book', () => {
  test('has its parts in order: half-title, title, imprint, preface, contents, lists, parts, chapters, appendix, index, colophon', () => {
    const places = [
      '每一种开本都试一试',
      'CCBY4.0',
      '前言先看',
      '目录前言',
      '插图目录',
      '第一部分开头第1章第一件事',
      '第1章第一件事这一段',
      '第二部分结尾第3章',
      '附录A词汇方框',
      '索引G勾股定理',
      '排印说明',
    ].map((text) => pageWith(text))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(textOf(0)).toBe('印刷')
  })

  test('opens chapters and parts on right-hand pages, with blanks that bear nothing', () => {
    for (const opener of ['第1章第一件事这一段', '第一部分开头第1章', '第2章第二件事2.1长代码', '附录A词汇方框']) {
      // Page numbers from 0: a right-hand page is even.
      expect([opener, pageWith(opener) % 2]).toEqual([opener, 0])
    }
    expect(pages().filter((text) => text === '').length).toBeGreaterThan(0)
  })

  test('numbers front matter in roman and the body from 1, in print as in the reader', async () => {
    const labels = await labelsOf()
    const body = pageWith('第一部分开头第1章')
    expect(labels[body]).toBe('1')
    expect(labels[0]).toBe('i')
    const numbered = pages().map((text, index) => [
      labels[index],
      /^(?:第1章第一件事|1\.2长表)(?<folio>\d+?)(?:\D|1\.2)/u.exec(text)?.groups?.['folio'],
    ])
    const found = numbered.filter(([, folio]) => folio !== undefined)
    expect(found.length).toBeGreaterThan(2)
    expect(found.filter(([label, folio]) => label !== folio)).toEqual([])
    // Openers bear no number.
    expect(textOf(body)).toBe('第一部分开头第1章第一件事第2章第二件事')
  })

  test('running heads are the chapter on the left and the section on the right', () => {
    const heads = pages().map((text, index) => [index % 2 === 0 ? 'right' : 'left', text] as const)
    const left = heads.filter(([side, text]) => side === 'left' && text.startsWith('第1章第一件事'))
    const right = heads.filter(([side, text]) => side === 'right' && /^1\.[12](?:图与公式|长表)/u.test(text))
    expect([left.length, right.length].every((count) => count > 0)).toBe(true)
  })

  test('long tables repeat their header, long listings say that they go on, and no line is lost', () => {
    const all = pages().join('')
    expect(all.match(/序内容/gu)?.length).toBeGreaterThan(1)
    expect(all).toContain('续')
    const lines = Array.from({length: 90}, (_value, index) => `print(${index + 1})#第${index + 1}行`)
    expect(lines.filter((line) => !all.includes(line))).toEqual([])
  })

  test('has boxes for the cut, and marks outside of them', async () => {
    const document = await PDFDocument.load(bytes, {updateMetadata: false})
    const page = document.getPage(4)
    const mm = 72 / 25.4
    expect([page.getTrimBox().width / mm, page.getTrimBox().height / mm].map(Math.round)).toEqual([184, 260])
    expect(page.getBleedBox().width).toBeCloseTo(page.getTrimBox().width + 6 * mm, 0)
    const pixels = book.loadPage(1).toPixmap(mupdf.Matrix.identity, mupdf.ColorSpace.DeviceGray, false)
    const ink = pixels.getPixels().filter((value) => value < 200).length
    expect(ink).toBeGreaterThan(40)
  })

  test('the e-book names the pages of the printed one as they are printed', async () => {
    const archive = await readFile(path.join(folder, 'dist/print.epub'))
    const {unzipSync, strFromU8} = await import('fflate')
    const navigation = strFromU8(unzipSync(new Uint8Array(archive))['EPUB/nav.xhtml'] ?? new Uint8Array())
    const list = navigation.slice(navigation.indexOf('page-list'))
    const named = [...list.matchAll(/<a href="[^"]*">(?<label>[^<]+)<\/a>/gu)].map(({groups}) => groups?.['label'])
    expect(named).toContain('v')
    expect(named).toContain('3')
  })
})

describe('after the post-processor', () => {
  test('structure, links and metadata are whole', async () => {
    const document = await PDFDocument.load(bytes, {updateMetadata: false})
    const {catalog, context} = document
    expect(catalog.has(PDFName.of('Metadata')) && catalog.has(PDFName.of('PageLabels'))).toBe(true)
    const elements = context
      .enumerateIndirectObjects()
      .map(([, object]) => object)
      .filter((object) => object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('StructElem'))
      .map((object) => object as PDFDict)
    const roles = Map.groupBy(elements, (element) => element.lookup(PDFName.of('S'), PDFName).decodeText())
    expect([...roles.keys()]).toEqual(expect.arrayContaining(['Formula', 'LBody', 'Figure', 'TH', 'Link']))
    const isMute = (element: PDFDict) => !element.has(PDFName.of('Alt'))
    expect([...(roles.get('Figure') ?? []), ...(roles.get('Formula') ?? [])].filter(isMute)).toEqual([])
    expect(roles.get('LI')?.length).toBe(roles.get('LBody')?.length)
    const links = document.getPages().flatMap((page) => page.node.Annots()?.asArray() ?? [])
    const silent = links.filter((link) => !(context.lookup(link) as PDFDict).has(PDFName.of('Contents')))
    expect(links.length).toBeGreaterThan(20)
    expect(silent).toEqual([])
  })

  test('running heads and folios are pagination, and nothing else is', async () => {
    const document = await PDFDocument.load(bytes, {updateMetadata: false})
    const labels = await labelsOf()
    const wrong = document.getPages().flatMap((page, index) => {
      const parts = contentOf(page).matchAll(/\/Pagination \/Subtype \/(?<part>\w+)/gu)
      const found = Array.from(parts, ({groups}) => groups?.['part'] ?? '').toSorted((a, b) => a.localeCompare(b))
      const text = textOf(index)
      const bears = {
        Header: /^(?:目录|插图目录|第\d章|1\.\d|2\.\d)/u.test(text),
        Footer: text.includes(`${labels[index]}`),
      }
      const isPlain = found.length === 0 || (found.join(' ') === 'Footer Header' && bears.Header && bears.Footer)
      return isPlain ? [] : [{page: index + 1, found}]
    })
    expect(wrong).toEqual([])
    const marked = document.getPages().filter((page) => contentOf(page).includes('/Pagination'))
    expect(marked.length).toBeGreaterThan(5)
  })

  function contentOf(page: PDFPage): string {
    const contents = page.node.Contents()
    const streams =
      contents instanceof PDFArray ? contents.asArray().map((part) => page.doc.context.lookup(part)) : [contents]
    return streams
      .flatMap((stream) => (stream instanceof PDFRawStream ? [Buffer.from(decodePDFRawStream(stream).decode())] : []))
      .join('\n')
  }
})

describe('is told of a book', () => {
  const reported = async (edit: (document: PDFDocument) => void): Promise<string[]> => {
    const out = path.join(folder, 'seeded')
    await cp(path.join(folder, 'dist'), out, {recursive: true})
    const document = await PDFDocument.load(bytes, {updateMetadata: false})
    edit(document)
    await writeFile(path.join(out, 'print.pdf'), await document.save())
    const {report} = await verifyCourse(optionsFor(source, out, {editions: ['student'], only: ['pdf']}))
    return [...new Set(report?.findings.map(({ruleId}) => ruleId))]
  }

  test('nothing while it is as it was printed', async () => {
    expect(await reported(() => undefined)).toEqual([])
  })

  test('page numbers that are one off', async () => {
    const shift = ({catalog, context}: PDFDocument) => {
      const labels = context.obj({Nums: context.obj([PDFNumber.of(0), context.obj({S: 'D', St: 2})])})
      catalog.set(PDFName.of('PageLabels'), labels)
    }
    expect(await reported(shift)).toEqual(['page-number-is-right'])
  })

  test('a bookmark that says its heading twice', async () => {
    const double = ({context}: PDFDocument) => {
      for (const [, object] of context.enumerateIndirectObjects()) {
        if (!(object instanceof PDFDict) || !object.has(PDFName.of('Dest')) || !object.has(PDFName.of('Title')))
          continue
        const title = (object.lookup(PDFName.of('Title')) as PDFString | PDFHexString).decodeText()
        if (title === '1.2 长表') object.set(PDFName.of('Title'), PDFHexString.fromText(`${title} 长表`))
      }
    }
    expect(await reported(double)).toHaveLength(1)
  })

  test('text that has slid out of the type area', async () => {
    expect(await reported((document) => slide(document.getPage(pageWith('第1章第一件事这一段'))))).toEqual([
      'page-fits',
    ])
  })

  function slide(page: PDFPage): void {
    const {context} = page.doc
    const parts = page.node.Contents()
    const move = context.register(context.stream('q 1 0 0 1 40 0 cm\n'))
    const back = context.register(context.stream('\nQ'))
    const own = parts instanceof PDFArray ? parts.asArray() : [page.node.get(PDFName.of('Contents'))]
    page.node.set(PDFName.of('Contents'), context.obj([move, ...own.filter((part) => part !== undefined), back]))
  }
})
