import {PDFDict, PDFHexString, PDFName, PDFString, type PDFDocument} from '@cantoo/pdf-lib'

/**
 * Gives bookmarks the text of their heading: of some that begin a page, the engine names the last words twice. `headings` are
 * those of the document, without white space at their ends and single spaces inside.
 */
export function mendBookmarks({catalog}: PDFDocument, headings: readonly string[]): void {
  const outlines = catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict)
  for (const item of outlines ? itemsOf(outlines) : []) {
    const title = item.lookup(PDFName.of('Title'))
    if (!(title instanceof PDFString || title instanceof PDFHexString)) continue
    const heading = doubledHeading(title.decodeText(), headings)
    if (heading !== undefined) item.set(PDFName.of('Title'), PDFHexString.fromText(heading))
  }
}

/** The heading that a title says whole and then ends again; `undefined` for a title that is as it should be. */
export function doubledHeading(title: string, headings: readonly string[]): string | undefined {
  if (headings.includes(title)) return undefined
  return headings.find((heading) => {
    const rest = title.startsWith(heading) ? title.slice(heading.length).trim() : ''
    return rest !== '' && heading.endsWith(rest)
  })
}

function* itemsOf(parent: PDFDict): Generator<PDFDict> {
  let item = parent.lookupMaybe(PDFName.of('First'), PDFDict)
  while (item) {
    yield item
    yield* itemsOf(item)
    item = item.lookupMaybe(PDFName.of('Next'), PDFDict)
  }
}
