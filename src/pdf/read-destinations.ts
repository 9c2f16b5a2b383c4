export interface PdfFacts {
  /** Page, from 1, of each named destination. */
  readonly destinations: ReadonlyMap<string, number>
  readonly pageCount: number
}

/**
 * Reads named destinations from a PDF as Skia writes it: plain objects, no object streams, a flat name tree.
 * Milliseconds where a PDF library takes most of a second; the result is checked against the plan anyway.
 */
export function readDestinations(pdf: Uint8Array): PdfFacts {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
  const pages = readPages(text)
  const dictionary = /\/Dests (?<object>\d+) 0 R/u.exec(text)?.groups?.['object']
  const body = dictionary ? objectBody(text, dictionary) : ''
  const destinations = new Map<string, number>()
  for (const match of body.matchAll(/\/(?<name>\S+) \[(?<page>\d+) 0 R \/XYZ/gu)) {
    const page = pages.get(match.groups?.['page'] ?? '')
    const name = (match.groups?.['name'] ?? '').replaceAll(/#(?<hex>[0-9A-Fa-f]{2})/gu, (_whole, hex: string) =>
      String.fromCodePoint(Number.parseInt(hex, 16)),
    )
    if (page) destinations.set(name, page)
  }
  return {destinations, pageCount: pages.size}
}

/** Page numbers by object number, in the order of the page tree. */
function readPages(text: string): Map<string, number> {
  const root = /\/Type \/Catalog[\s\S]*?\/Pages (?<object>\d+) 0 R/u.exec(text)?.groups?.['object'] ?? ''
  const pages = new Map<string, number>()
  const walk = (object: string): void => {
    const kids = /\/Kids \[(?<kids>[^\]]*)\]/u.exec(objectBody(text, object))?.groups?.['kids']
    if (kids === undefined) {
      pages.set(object, pages.size + 1)
      return
    }
    for (const kid of kids.matchAll(/(?<object>\d+) 0 R/gu)) walk(kid.groups?.['object'] ?? '')
  }
  walk(root)
  return pages
}

function objectBody(text: string, object: string): string {
  const start = text.indexOf(`\n${object} 0 obj`)
  return start < 0 ? '' : text.slice(start, text.indexOf('endobj', start))
}
