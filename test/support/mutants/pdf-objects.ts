import type {PDFName} from '@cantoo/pdf-lib'
import {PDFArray, PDFDict, PDFHexString, PDFRawStream, PDFRef, PDFString} from '@cantoo/pdf-lib'
import type {Choose} from './chooser.ts'
import {hex} from './pdf-glyphs.ts'
import {key, streamText, type Pdf} from './pdf.ts'

export const pdfPaths = {
  pdf: 'large-models.pdf',
  slides: 'large-models-slides.pdf',
  handout: 'large-models-handout.pdf',
  'teacher handout': 'teacher/large-models-handout.pdf',
}

type EditText = (text: string) => string

/** An entry of the document information, and of XMP what says the same; says what it was. */
export function editInfo({document}: Pdf, name: string, edit: EditText): string {
  const info = document.context.lookup(document.context.trailerInfo.Info, PDFDict)
  const before = info.lookup(key(name))
  const text = before instanceof PDFString || before instanceof PDFHexString ? before.decodeText() : ''
  info.set(key(name), PDFHexString.fromText(edit(text)))
  if (text) editXmp(document, (xmp) => xmp.replaceAll(`>${text}<`, () => `>${edit(text)}<`))
  return `${name} “${text}”`
}

export function editXmp(document: Pdf['document'], edit: EditText): void {
  const ref = document.catalog.get(key('Metadata'))
  const stream = document.catalog.lookup(key('Metadata'))
  if (!(ref instanceof PDFRef) || !(stream instanceof PDFRawStream)) throw new Error('The PDF has no XMP')
  const changed = edit(Buffer.from(streamText(stream), 'latin1').toString('utf8'))
  document.context.assign(
    ref,
    document.context.stream(Buffer.from(changed, 'utf8'), {Type: 'Metadata', Subtype: 'XML'}),
  )
}

interface Bookmark {
  readonly ref: PDFRef
  readonly dict: PDFDict
  readonly title: string
}

/** Bookmarks of all levels, in order. */
export function bookmarksOf({document}: Pdf): Bookmark[] {
  const found: Bookmark[] = []
  const walk = (ref: unknown) => {
    if (!(ref instanceof PDFRef)) return
    const dict = document.context.lookup(ref, PDFDict)
    const title = dict.lookup(key('Title'))
    const text = title instanceof PDFString || title instanceof PDFHexString ? title.decodeText() : ''
    found.push({ref, dict, title: text})
    walk(dict.get(key('First')))
    walk(dict.get(key('Next')))
  }
  walk(document.catalog.lookup(key('Outlines'), PDFDict).get(key('First')))
  return found
}

/** A bookmark of a section says something else. */
export function editOutline(pdf: Pdf, choose: Choose, edit: EditText): string {
  const {dict, title} = choose(bookmarksOf(pdf).filter(({title: one}) => /^\d/u.test(one)))
  dict.set(key('Title'), PDFHexString.fromText(edit(title)))
  return title
}

/** A bookmark is gone, with those below it. */
export function dropBookmark(pdf: Pdf, choose: Choose, isWanted: RegExp): string {
  const all = bookmarksOf(pdf)
  const {dict, ref, title} = choose(all.filter((one) => isWanted.test(one.title)))
  const next = dict.get(key('Next'))
  const previous = all.find((one) => one.dict.get(key('Next')) === ref)
  const parent = dict.lookup(key('Parent'), PDFDict)
  if (previous) link(previous.dict, 'Next', next)
  else link(parent, 'First', next)
  if (next instanceof PDFRef) link(pdf.document.context.lookup(next, PDFDict), 'Prev', previous?.ref)
  else link(parent, 'Last', previous?.ref)
  return title
}

function link(dict: PDFDict, name: string, to: unknown): void {
  if (to instanceof PDFRef) dict.set(key(name), to)
  else dict.delete(key(name))
}

/** A bookmark of a section leads where that of another chapter's section leads. */
export function retarget(pdf: Pdf, choose: Choose): string {
  const sections = bookmarksOf(pdf).filter(({title}) => /^\d/u.test(title))
  const one = choose(sections)
  const other = choose(sections.filter(({title}) => title.charAt(0) !== one.title.charAt(0)))
  const target = other.dict.get(key('Dest'))
  if (target) one.dict.set(key('Dest'), target)
  return `${one.title} to ${other.title}`
}

interface ToUnicode {
  readonly font: PDFDict
  readonly ref: PDFRef
  readonly text: string
}

/** ToUnicode tables of a document, the longest first. */
export function toUnicodesOf({document}: Pdf): ToUnicode[] {
  const found = document.context.enumerateIndirectObjects().flatMap(([, font]): ToUnicode[] => {
    if (!(font instanceof PDFDict)) return []
    const ref = font.get(key('ToUnicode'))
    const table = font.lookup(key('ToUnicode'))
    return ref instanceof PDFRef && table instanceof PDFRawStream ? [{font, ref, text: streamText(table)}] : []
  })
  return found.toSorted((one, other) => other.text.length - one.text.length)
}

/** What the font of most characters says its Chinese glyphs are is something else. */
export function editToUnicode(pdf: Pdf, edit: EditText): string {
  const [longest] = toUnicodesOf(pdf)
  if (!longest) throw new Error('The PDF has no ToUnicode')
  const text = longest.text.replaceAll(
    /(?<code><[0-9A-F]{4}>)\s*<(?<text>[4-9][0-9A-F]{3})>/gu,
    (_whole, code: string, was: string) => {
      const character = String.fromCodePoint(Number.parseInt(was, 16))
      const units = Array.from(edit(character), (one) => hex(one.codePointAt(0) ?? 0))
      return `${code} <${units.join('')}>`
    },
  )
  pdf.document.context.assign(longest.ref, pdf.document.context.flateStream(Buffer.from(text, 'latin1')))
  return String(longest.font.get(key('BaseFont')))
}

export function removeDestination({document}: Pdf, name: string): void {
  document.catalog.lookup(key('Dests'), PDFDict).delete(key(name))
}

/** Names of destinations on a page. */
export function destinationsOn({document, pages}: Pdf, page: number): string[] {
  const ref = pages[page - 1]?.node.ref
  return document.catalog
    .lookup(key('Dests'), PDFDict)
    .entries()
    .flatMap(([name, value]: [PDFName, unknown]) =>
      value instanceof PDFArray && value.get(0) === ref ? [name.decodeText()] : [],
    )
}
