import {readFile} from 'node:fs/promises'
import * as mupdf from 'mupdf'
import {papers, printMargins} from '../../src/model/print-settings.ts'
import {runReader} from './run-reader.ts'

const points = (millimetres: number) => (millimetres * 72) / 25.4
const [, height] = papers.A4
const area = {top: points(printMargins.top) - 2, bottom: points(height - printMargins.bottom) + 2}

/** What stands between the running heads and the folios of a book on A4, page by page in the order of drawing, as MuPDF reads it. */
export async function typeAreaByMupdf(file: string): Promise<string[]> {
  const document = mupdf.Document.openDocument(await readFile(file), 'application/pdf')
  return Array.from({length: document.countPages()}, (_value, index) => {
    let text = ''
    document
      .loadPage(index)
      .toStructuredText('preserve-whitespace')
      .walk({
        onChar(character, origin) {
          if (origin[1] > area.top && origin[1] < area.bottom) text += character
        },
        endLine() {
          text += '\n'
        },
      })
    return text
  })
}

/** The same by Poppler, in the order of the content; `undefined` where it is not installed. */
export function typeAreaByPoppler(file: string): string[] | undefined {
  const [top, bottom] = [Math.ceil(area.top), Math.floor(area.bottom)]
  const crop = ['-x', '0', '-y', String(top), '-W', '1000', '-H', String(bottom - top)]
  return runReader('pdftotext', ['-raw', ...crop, file, '-'])
    ?.split('\f')
    .slice(0, -1)
}
