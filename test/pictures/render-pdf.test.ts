import {PDFDocument, rgb, StandardFonts} from '@cantoo/pdf-lib'
import {PNG} from 'pngjs'
import {beforeAll, describe, expect, test} from 'vitest'
import {readPageBoxes, readTextByMupdf, renderPages} from '../support/render-pdf.ts'

let pdf: Uint8Array

beforeAll(async () => {
  const document = await PDFDocument.create()
  const page = document.addPage([200, 100])
  page.drawRectangle({x: 0, y: 0, width: 100, height: 50, color: rgb(1, 0, 0)})
  page.drawText('quarter', {x: 110, y: 60, size: 10, font: await document.embedFont(StandardFonts.Helvetica)})
  document.addPage([200, 100]).setTrimBox(10, 20, 180, 60)
  pdf = await document.save()
})

describe('pages of a PDF', () => {
  test('become pictures of the size that the resolution gives', () => {
    expect(renderPages(pdf, {dpi: 144}).map(({height, width}) => [width, height])).toEqual([
      [400, 200],
      [400, 200],
    ])
    const [first] = renderPages(pdf, {dpi: 36})
    const picture = PNG.sync.read(Buffer.from(first?.png ?? []))
    expect([picture.width, picture.height]).toEqual([100, 50])
    // The lower left corner is red, the upper right one is paper.
    expect([...picture.data.subarray(49 * 100 * 4, 49 * 100 * 4 + 3)]).toEqual([255, 0, 0])
    expect([...picture.data.subarray(99 * 4, 99 * 4 + 3)]).toEqual([255, 255, 255])
  })

  test('have as much ink as is drawn, and an empty page has none', () => {
    const shares = renderPages(pdf, {dpi: 72}).map(({inkShare}) => inkShare)
    expect(shares[0]).toBeGreaterThan(0.25)
    expect(shares[0]).toBeLessThan(0.3)
    expect(shares[1]).toBe(0)
  })

  test('are read: text, sheet and cut', () => {
    expect(readTextByMupdf(pdf).map((text) => text.trim())).toEqual(['quarter', ''])
    const [, second] = readPageBoxes(pdf)
    expect(second?.media).toEqual([0, 0, 200, 100])
    expect(second?.trim).toEqual([10, 20, 190, 80])
  })

  test('do not come from what is no PDF', () => {
    expect(() => renderPages(new TextEncoder().encode('no PDF'), {dpi: 72})).toThrow('no objects found')
  })
})
