import {readFileSync} from 'node:fs'
import {decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream} from '@cantoo/pdf-lib'
import subsetFont from 'subset-font'
import {describe, expect, test} from 'vitest'
import {readCMap} from '../../src/coverage/pdf/accessibility/fonts/read-cmap.ts'
import {mapClusters} from '../../src/pdf/finish/map-clusters.ts'
import {rewriteClusters} from '../../src/pdf/finish/rewrite-clusters.ts'

const span = (text: string, ...lines: string[]) => [`/Span<</ActualText ${text} >> BDC`, ...lines, 'EMC'].join('\n')
const hi = '<FEFF0939093F>'

describe('clusters of a page', () => {
  const seen: unknown[] = []
  const rewrite = (content: string, made: readonly string[] | undefined) =>
    rewriteClusters(content, (...given) => {
      seen.push(given)
      return made
    })

  test('are found with their font, codes and text, and get other codes in the same places', () => {
    const content = `BT\n/F2 9 Tf\n<0007> Tj\n${span(hi, '1 0 Td <0017> Tj', '5 0 Td [<0004> -3 <00050006>] TJ')}\n<0017> Tj\nET`
    expect(
      rewrite(
        content,
        ['0A', '0B', '0C', '0D'].map((one) => `10${one}`),
      ),
    ).toBe(
      `BT\n/F2 9 Tf\n<0007> Tj\n${span(hi, '1 0 Td <100A> Tj', '5 0 Td [<100B> -3 <100C100D>] TJ')}\n<0017> Tj\nET`,
    )
    expect(seen.pop()).toEqual(['F2', ['0017', '0004', '0005', '0006'], 'हि'])
  })

  test('have a font of their own where it is set inside, and stay where there are no other codes', () => {
    const content = `/F2 9 Tf\n${span(hi, '/F3 9 Tf', '<0017> Tj')}`
    expect(rewrite(content, undefined)).toBe(content)
    expect(seen.pop()).toEqual(['F3', ['0017'], 'हि'])
  })
})

/** A page with clusters in a font, whose ToUnicode says nothing of glyph 2. */
async function pageOf(content: string): Promise<PDFDocument> {
  const document = await PDFDocument.create()
  const file = readFileSync('node_modules/@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2')
  const program = new Uint8Array(await subsetFont(file, 'abc', {targetFormat: 'truetype'}))
  const {context} = document
  const map =
    'begincmap\n2 beginbfchar\n<0001> <0939>\n<0002> <0000>\nendbfchar\n1 beginbfrange\n<0003> <0003> <0926>\nendbfrange\nendcmap\n'
  const descriptor = context.register(context.obj({FontFile2: context.register(context.flateStream(program))}))
  const descendant = context.register(
    context.obj({
      Subtype: 'CIDFontType2',
      CIDToGIDMap: 'Identity',
      FontDescriptor: descriptor,
      W: [0, [500, 510], 2, 3, 520],
    }),
  )
  const font = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: context.register(context.flateStream(map)),
    }),
  )
  const page = document.addPage()
  page.node.set(PDFName.of('Contents'), context.register(context.flateStream(content)))
  page.node.set(PDFName.of('Resources'), context.obj({Font: {F1: font}}))
  mapClusters(document)
  return document
}

const bytesOf = (stream: unknown) =>
  stream instanceof PDFRawStream ? decodePDFRawStream(stream).decode() : new Uint8Array()

async function read(content: string) {
  const document = await pageOf(content)
  const page = document.getPage(0).node
  const font = page.Resources()?.lookup(PDFName.of('Font'), PDFDict).lookup(PDFName.of('F1'), PDFDict)
  const descendant = font?.lookup(PDFName.of('DescendantFonts'), PDFArray).lookup(0, PDFDict)
  const shown = Buffer.from(bytesOf(page.lookup(PDFName.of('Contents')))).toString('latin1')
  const {unicode} = readCMap(bytesOf(font?.lookup(PDFName.of('ToUnicode'))))
  const glyphs = Buffer.from(bytesOf(descendant?.lookup(PDFName.of('CIDToGIDMap'))))
  const codes = Array.from(shown.matchAll(/<(?<code>[\dA-F]{4})> Tj/gu), ({groups}) =>
    Number.parseInt(groups?.['code'] ?? '', 16),
  )
  return {
    shown,
    unicode,
    text: codes.map((code) => unicode.get(code) ?? '').join(''),
    glyphs: codes.map((code) => (glyphs.length > 0 ? glyphs.readUInt16BE(code * 2) : code)),
    widths: String(descendant?.lookup(PDFName.of('W'))),
  }
}

describe('the fonts of a document', () => {
  test('say what their clusters say, in its order, and nothing else, with the same glyphs', async () => {
    const content = [
      '/F1 9 Tf',
      span(hi, '<0002> Tj', '<0001> Tj'),
      span(hi, '<0002> Tj', '<0001> Tj'),
      span('<FEFF0926>', '<0003> Tj'),
      '<0003> Tj',
    ].join('\n')
    const {glyphs, text, unicode, widths} = await read(content)
    expect(text).toBe('हिहिदद')
    expect(glyphs).toEqual([2, 1, 2, 1, 3, 3])
    expect([...unicode.values()]).not.toContain('\0')
    // The cluster is there once.
    expect(widths).toMatch(/\[ 520 510 \] \]$/u)
  })

  test('say all of a text that has more or fewer characters than glyphs', async () => {
    const {text} = await read(
      [
        '/F1 9 Tf',
        span('<FEFF0924094D0930093F>', '<0002> Tj', '<0001> Tj'),
        span('<FEFF0939>', '<0001> Tj', '<0002> Tj'),
      ].join('\n'),
    )
    expect(text.replaceAll('\u2060', '')).toBe('त्रिह')
  })

  test('stay as they are where they say it', async () => {
    const content = [
      '/F1 9 Tf',
      span('<FEFF09390926>', '<0001> Tj', '<0003> Tj'),
      span('<FEFF3000>', '<0003> Tj'),
    ].join('\n')
    const {glyphs, shown} = await read(content)
    expect(shown).toBe(content)
    expect(glyphs).toEqual([1, 3, 3])
  })
})
