import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  type PDFObject,
  type PDFPage,
} from '@cantoo/pdf-lib'
import type {Choose} from './chooser.ts'
import type {Files, Mutation} from './mutant.ts'
import {readGlyphs, readToUnicode, type Glyph} from './pdf-glyphs.ts'

/** A PDF with what its pages say and how it is tagged; edits are kept until it is saved. */
export interface Pdf {
  readonly document: PDFDocument
  readonly pages: readonly Page[]
  /** The structure tree's root element. */
  readonly root: Tag
}

export interface Page {
  /** From 1. */
  readonly number: number
  readonly node: PDFPage
  readonly source: string
  readonly marks: ReadonlyMap<number, Mark>
  /** Codes of the page's fonts by character. */
  readonly codes: ReadonlyMap<string, ReadonlyMap<string, string>>
  readonly splices: {readonly start: number; readonly end: number; readonly text: string}[]
}

/** A marked-content sequence. */
export interface Mark {
  readonly page: Page
  readonly number: number
  /** Where its first operator, BDC with its operands, stands. */
  readonly opens: number
  /** What stands between BDC and EMC. */
  readonly start: number
  readonly end: number
  readonly glyphs: readonly Glyph[]
}

/** An element of the structure tree. */
export interface Tag {
  readonly name: string
  readonly dict: PDFDict
  readonly ref: PDFRef
  readonly parent: Tag | undefined
  readonly children: readonly Tag[]
  /** Its own marks. */
  readonly marks: readonly Mark[]
}

export const key = (name: string): PDFName => PDFName.of(name)

export async function openPdf(contents: Uint8Array): Promise<Pdf> {
  const document = await PDFDocument.load(contents, {updateMetadata: false})
  const pages = document.getPages().map((node, index) => readPage(document, node, index + 1))
  const byRef = new Map(pages.map((page) => [page.node.ref, page]))
  const top = document.catalog.lookup(key('StructTreeRoot'), PDFDict).get(key('K'))
  const ref = top instanceof PDFArray ? top.get(0) : top
  if (!(ref instanceof PDFRef)) throw new Error('The PDF has no tags')
  return {document, pages, root: readTag(document, ref, {byRef, parent: undefined, page: undefined})}
}

export async function savePdf({document, pages}: Pdf): Promise<Uint8Array> {
  for (const {node, source, splices} of pages) {
    if (splices.length === 0) continue
    const ordered = splices.toSorted((one, other) => other.start - one.start || other.end - one.end)
    const text = ordered.reduce((all, {end, start, text: by}) => all.slice(0, start) + by + all.slice(end), source)
    const stream = document.context.flateStream(Buffer.from(text, 'latin1'))
    node.node.set(key('Contents'), document.context.register(stream))
  }
  return document.save({useObjectStreams: true, addDefaultPage: false})
}

/** A defect of a PDF: the edit says what it hit. */
export const onPdf =
  (path: string, edit: (pdf: Pdf, choose: Choose) => string | Promise<string>) =>
  async (files: Files, choose: Choose): Promise<Mutation> => {
    const pdf = await openPdf(files.get(path) ?? new Uint8Array())
    const victim = await edit(pdf, choose)
    return {victim, changes: new Map([[path, await savePdf(pdf)]])}
  }

function readPage(document: PDFDocument, node: PDFPage, number: number): Page {
  const contents = node.node.Contents()
  const parts =
    contents instanceof PDFArray ? contents.asArray().map((part) => document.context.lookup(part)) : [contents]
  const source = parts
    .filter((part) => part instanceof PDFRawStream)
    .map((part) => streamText(part))
    .join('\n')
  const fonts = readFonts(document, node)
  const marks = new Map<number, Mark>()
  const codes = new Map(
    [...fonts].map(([name, characters]) => [name, new Map([...characters].map(([code, one]) => [one, code]))]),
  )
  const page: Page = {number, node, source, marks, codes, splices: []}
  for (const match of source.matchAll(/\/\w+ <<[^>]*\/MCID (?<mark>\d+)[^>]*>>\s*BDC(?<body>[\s\S]*?)EMC/gu)) {
    const {body = '', mark} = match.groups ?? {}
    const start = match.index + match[0].length - body.length - 'EMC'.length
    const glyphs = readGlyphs(body, start, fonts)
    marks.set(Number(mark), {page, number: Number(mark), opens: match.index, start, end: start + body.length, glyphs})
  }
  return page
}

/** Characters by their codes, of every font of a page. */
function readFonts(document: PDFDocument, {node}: PDFPage): Map<string, ReadonlyMap<string, string>> {
  const fonts = node.Resources()?.lookupMaybe(key('Font'), PDFDict)
  return new Map(
    (fonts?.entries() ?? []).flatMap(([name, reference]) => {
      const table = document.context.lookup(reference, PDFDict).lookup(key('ToUnicode'))
      return table instanceof PDFRawStream ? [[name.decodeText(), readToUnicode(streamText(table))]] : []
    }),
  )
}

export const streamText = (stream: PDFRawStream): string =>
  Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')

interface Context {
  readonly byRef: ReadonlyMap<PDFRef, Page>
  readonly parent: Tag | undefined
  readonly page: Page | undefined
}

function readTag(document: PDFDocument, ref: PDFRef, {byRef, page: outer, parent}: Context): Tag {
  const dict = document.context.lookup(ref, PDFDict)
  const page = byRef.get(dict.get(key('Pg')) as PDFRef) ?? outer
  const children: Tag[] = []
  const marks: Mark[] = []
  const name = (dict.get(key('S')) as PDFName).decodeText()
  const tag: Tag = {name, dict, ref, parent, children, marks}
  for (const kid of kidsOf(dict)) {
    const value = document.context.lookup(kid)
    if (value instanceof PDFNumber) addMark(marks, page, value)
    else if (value instanceof PDFDict && value.has(key('MCID')))
      addMark(marks, byRef.get(value.get(key('Pg')) as PDFRef) ?? page, value.lookup(key('MCID'), PDFNumber))
    else if (kid instanceof PDFRef && value instanceof PDFDict && value.has(key('S')))
      children.push(readTag(document, kid, {byRef, page, parent: tag}))
  }
  return tag
}

function addMark(marks: Mark[], page: Page | undefined, number: PDFNumber): void {
  const mark = page?.marks.get(number.asNumber())
  if (mark) marks.push(mark)
}

function kidsOf(dict: PDFDict): PDFObject[] {
  const kids = dict.lookup(key('K'))
  if (kids instanceof PDFArray) return kids.asArray()
  const only = dict.get(key('K'))
  return only ? [only] : []
}
