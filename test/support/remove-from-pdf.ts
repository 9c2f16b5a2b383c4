import {decodePDFRawStream, PDFArray, PDFDocument, PDFName, PDFRawStream, type PDFPage} from '@cantoo/pdf-lib'
import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs'
import {normalizeText} from '../../src/coverage/normalize-text.ts'

/**
 * A copy of a finished PDF in which the tagged texts that are part of `text` no longer stand on their pages: a text of a
 * block is taken out of the artifact itself, behind the generator's back.
 */
export async function removeFromPdf(contents: Uint8Array, text: string): Promise<Uint8Array> {
  const marks = await marksOf(contents, normalizeText(text))
  const document = await PDFDocument.load(contents)
  for (const [number, page] of document.getPages().entries()) {
    const numbers = marks.get(number + 1)
    if (numbers) blankMarks(document, page, numbers)
  }
  return document.save()
}

/** Marked-content numbers, by page, of the texts of at least six characters that are part of a text. */
async function marksOf(contents: Uint8Array, text: string): Promise<Map<number, Set<string>>> {
  const loading = getDocument({data: new Uint8Array(contents), verbosity: 0})
  const pdf = await loading.promise
  const marks = new Map<number, Set<string>>()
  for (let number = 1; number <= pdf.numPages; number++) {
    // oxlint-disable-next-line no-await-in-loop
    const page = await pdf.getPage(number)
    // oxlint-disable-next-line no-await-in-loop
    const {items} = await page.getTextContent({includeMarkedContent: true})
    const texts = new Map<string, string>()
    let open = ''
    for (const item of items) {
      if ('type' in item) open = item.type === 'beginMarkedContentProps' ? item.id : ''
      else if (open) texts.set(open, (texts.get(open) ?? '') + item.str)
    }
    const found = [...texts].filter(([, value]) => {
      const normal = normalizeText(value)
      return normal.length >= 6 && text.includes(normal)
    })
    if (found.length > 0)
      marks.set(number, new Set(found.map(([id]) => /_mc(?<mark>\d+)$/u.exec(id)?.groups?.['mark'] ?? '')))
  }
  await loading.destroy()
  return marks
}

function blankMarks(document: PDFDocument, page: PDFPage, marks: ReadonlySet<string>): void {
  const contents = page.node.Contents()
  const parts =
    contents instanceof PDFArray ? contents.asArray().map((part) => document.context.lookup(part)) : [contents]
  const source = parts
    .filter((part) => part instanceof PDFRawStream)
    .map((part) => Buffer.from(decodePDFRawStream(part).decode()).toString('latin1'))
    .join('\n')
  const blanked = source.replaceAll(/\/\S+ <<\/MCID (?<mark>\d+) ?>>\s*BDC[\s\S]*?EMC/gu, (whole, mark: string) =>
    marks.has(mark) ? '' : whole,
  )
  page.node.set(
    PDFName.of('Contents'),
    document.context.register(document.context.flateStream(Buffer.from(blanked, 'latin1'))),
  )
}
