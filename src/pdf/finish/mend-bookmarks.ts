import {PDFDict, PDFHexString, PDFName, PDFString, type PDFDocument} from '@cantoo/pdf-lib'

/** A heading of a document that has a bookmark. */
export interface Heading {
  /** Without white space at its ends and single spaces inside. */
  readonly text: string
  /** What its bookmark is to say, where that is not its text: of a heading with a formula, a break or a note. */
  readonly title?: string
}

/**
 * Gives bookmarks the text of their heading: of some that begin a page, the engine writes pieces of the text twice, and of
 * formulas their description. `headings` are those of the document, in its order.
 */
export function mendBookmarks({catalog}: PDFDocument, headings: readonly Heading[]): void {
  const outlines = catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict)
  const items = outlines ? [...itemsOf(outlines)] : []
  const texts = headings.map(({text}) => text)
  const known = new Set(texts)
  let next = 0
  for (const [index, item] of items.entries()) {
    const title = item.lookup(PDFName.of('Title'))
    if (!(title instanceof PDFString || title instanceof PDFHexString)) continue
    const text = title.decodeText()
    const at = items.length === headings.length ? index : headingOf(text, headings, next)
    next = Math.max(next, at + 1)
    const own = headings[at]?.title
    if (own !== undefined) {
      item.set(PDFName.of('Title'), PDFHexString.fromText(own))
      continue
    }
    const heading = known.has(text) ? undefined : doubledHeading(text, texts)
    if (heading !== undefined) item.set(PDFName.of('Title'), PDFHexString.fromText(heading))
  }
}

/**
 * The index of the heading that a bookmark belongs to, from a place on, where some headings have none: the next with the same text, or one whose
 * text is followed by what a picture in it shows; -1 for none.
 */
function headingOf(text: string, headings: readonly Heading[], from: number): number {
  const same = headings.findIndex((heading, index) => index >= from && heading.text === text)
  if (same >= 0) return same
  const begins = ({text: own, title}: Heading) => title !== undefined && own !== '' && text.startsWith(own)
  return headings.findIndex((heading, index) => index >= from && begins(heading))
}

/** The longest heading that a title says with pieces of it twice; `undefined` where there is none. */
export function doubledHeading(title: string, headings: readonly string[]): string | undefined {
  const text = title.replaceAll(/\s/gu, '')
  const found = headings.filter((heading) => isDoubled(heading.replaceAll(/\s/gu, ''), text))
  return found.toSorted((a, b) => b.length - a.length)[0]
}

/** Whether a text is that of a heading, with pieces that stand there twice, one after the other. */
function isDoubled(heading: string, text: string): boolean {
  if (text.length <= heading.length || text.length > 2 * heading.length) return false
  // How far the text reaches with so much of the heading.
  const after = Array.from({length: heading.length + 1}, () => new Set<number>())
  after[0]?.add(0)
  for (const [from, ends] of after.entries()) {
    for (const end of ends) {
      for (const piece of piecesFrom(heading.slice(from), text.slice(end))) {
        const next = after[from + piece.length]
        next?.add(end + piece.length)
        if (text.startsWith(piece, end + piece.length)) next?.add(end + 2 * piece.length)
      }
    }
  }
  return after.at(-1)?.has(text.length) === true
}

/** Beginnings of a heading that a text begins with, shortest first. */
function* piecesFrom(heading: string, text: string): Generator<string> {
  for (let length = 1; length <= heading.length && heading[length - 1] === text[length - 1]; length++) {
    yield heading.slice(0, length)
  }
}

function* itemsOf(parent: PDFDict): Generator<PDFDict> {
  let item = parent.lookupMaybe(PDFName.of('First'), PDFDict)
  while (item) {
    yield item
    yield* itemsOf(item)
    item = item.lookupMaybe(PDFName.of('Next'), PDFDict)
  }
}
