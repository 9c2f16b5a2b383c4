import type {PDFDict, PDFRawStream} from '@cantoo/pdf-lib'
import {readContent, type ContentFacts} from './content/read-content.ts'
import {textAt} from './file/entries.ts'
import type {OpenPdf} from './file/open-pdf.ts'
import {reachableFrom} from './file/reachable.ts'
import {readFont, type PdfFont} from './fonts/read-font.ts'
import {readMetadata, type Metadata} from './file/read-metadata.ts'
import {readStructure, type Structure} from './structure/read-structure.ts'

/** A finished PDF, read once: what every condition is judged by. */
export interface PdfFile extends OpenPdf {
  /** From 1. */
  readonly pageNumbers: ReadonlyMap<PDFDict, number>
  /** Every dictionary of the document, those of streams too. */
  readonly dictionaries: readonly PDFDict[]
  readonly streams: readonly PDFRawStream[]
  /** BCP 47, of the whole document; empty when it says none. */
  readonly language: string
  readonly metadata: Metadata | undefined
  readonly structure: Structure
  readonly content: ContentFacts
  /** Those with which something is set. */
  readonly fonts: readonly PdfFont[]
  /** Whether the file is to say of itself that it is PDF/UA. */
  readonly claims: boolean
}

export function readPdfFile(open: OpenPdf, claims: boolean): PdfFile {
  const {catalog, pages} = open
  const pageNumbers = new Map(pages.map((page, index) => [page, index + 1]))
  const {dictionaries, streams} = reachableFrom(catalog)
  const language = textAt(catalog, 'Lang') ?? ''
  const structure = readStructure(catalog, pageNumbers)
  const content = readContent({pages, streams, structure, language})
  const fonts = [...content.fonts].map(([dictionary, use]) => readFont(dictionary, use))
  const metadata = readMetadata(catalog)
  return {...open, pageNumbers, dictionaries, streams, language, metadata, structure, content, fonts, claims}
}
