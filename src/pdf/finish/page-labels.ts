import {PDFName, PDFNumber, type PDFDocument} from '@cantoo/pdf-lib'

/** Roman numbers for so many pages at the front, then arabic ones from 1 (PDF 1.7, 12.4.2). */
export function addPageLabels({catalog, context}: PDFDocument, frontPages: number): void {
  const front = frontPages > 0 ? [PDFNumber.of(0), context.obj({S: 'r'})] : []
  const body = [PDFNumber.of(frontPages), context.obj({S: 'D', St: 1})]
  catalog.set(PDFName.of('PageLabels'), context.obj({Nums: context.obj([...front, ...body])}))
}
