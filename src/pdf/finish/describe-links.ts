import {PDFArray, PDFDict, PDFHexString, PDFName, PDFString, type PDFDocument} from '@cantoo/pdf-lib'

/**
 * Says of every link where it leads: an address, or what `pageName` calls the page of its destination (PDF/UA-1, 7.18.5: links have
 * an alternative description in `Contents`).
 */
export function describeLinks(document: PDFDocument, pageName: (destination: string) => string | undefined): void {
  for (const page of document.getPages()) {
    const annotations = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray)
    for (let index = 0; index < (annotations?.size() ?? 0); index++) {
      const annotation = annotations?.lookup(index)
      if (annotation instanceof PDFDict) describeLink(annotation, pageName)
    }
  }
}

function describeLink(annotation: PDFDict, pageName: (destination: string) => string | undefined): void {
  if (annotation.has(PDFName.of('Contents'))) return
  const destination = annotation.lookup(PDFName.of('Dest'))
  const uri = annotation.lookupMaybe(PDFName.of('A'), PDFDict)?.lookup(PDFName.of('URI'))
  const text = destination instanceof PDFName ? pageName(destination.decodeText()) : textOf(uri)
  if (text) annotation.set(PDFName.of('Contents'), PDFHexString.fromText(text))
}

const textOf = (object: unknown) =>
  object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : undefined
