/** mupdf is under the AGPL: tests read and render with it, and nothing that lectern ships does. */
import * as mupdf from 'mupdf'

export interface RenderedPage {
  readonly png: Uint8Array
  /** In pixels. */
  readonly width: number
  readonly height: number
  /** Share of the pixels, 0 to 1, that are not the white of the paper. */
  readonly inkShare: number
}

/** In points: the sheet, and what is left of it after the cut. */
export interface PageBoxes {
  readonly media: readonly number[]
  readonly trim: readonly number[]
}

/** Every page of a PDF as a picture, at so many dots per inch. Throws for what is no PDF. */
export function renderPages(pdf: Uint8Array, {dpi}: {readonly dpi: number}): RenderedPage[] {
  return eachPage(pdf, (page) => {
    const scale = dpi / 72
    const pixmap = page.toPixmap(mupdf.Matrix.scale(scale, scale), mupdf.ColorSpace.DeviceRGB, false, true)
    const rendered = {
      png: new Uint8Array(pixmap.asPNG()),
      width: pixmap.getWidth(),
      height: pixmap.getHeight(),
      inkShare: inkOf(pixmap),
    }
    pixmap.destroy()
    return rendered
  })
}

/** The text of every page, as a reader other than pdf.js finds it: lines in the order of drawing. */
export function readTextByMupdf(pdf: Uint8Array): string[] {
  return eachPage(pdf, (page) => page.toStructuredText('preserve-whitespace').asText())
}

/** Names of the fonts that the text of a PDF is set in. */
export function readFontNames(pdf: Uint8Array): ReadonlySet<string> {
  interface Page {
    readonly blocks: readonly {readonly lines?: readonly {readonly font: {readonly name: string}}[]}[]
  }
  const names = eachPage(pdf, (page) => {
    const {blocks} = JSON.parse(page.toStructuredText('preserve-spans').asJSON()) as Page
    return blocks.flatMap(({lines = []}) => lines.map(({font}) => font.name.replace(/^[A-Z]{6}\+/u, '')))
  })
  return new Set(names.flat())
}

export function readPageBoxes(pdf: Uint8Array): PageBoxes[] {
  return eachPage(pdf, (page) => ({media: page.getBounds('MediaBox'), trim: page.getBounds('TrimBox')}))
}

function eachPage<Value>(pdf: Uint8Array, read: (page: mupdf.Page) => Value): Value[] {
  const document = mupdf.Document.openDocument(pdf, 'application/pdf')
  const values = Array.from({length: document.countPages()}, (_value, index) => {
    const page = document.loadPage(index)
    const value = read(page)
    page.destroy()
    return value
  })
  document.destroy()
  return values
}

/** Three bytes a pixel; rows have no padding. Nearly white counts as paper, since smoothing makes it. */
function inkOf(pixmap: mupdf.Pixmap): number {
  const pixels = pixmap.getPixels()
  const total = pixmap.getWidth() * pixmap.getHeight()
  let inked = 0
  for (let index = 0; index < pixels.length; index += 3) {
    if (Math.min(pixels[index] ?? 255, pixels[index + 1] ?? 255, pixels[index + 2] ?? 255) < 250) inked++
  }
  return inked / total
}
