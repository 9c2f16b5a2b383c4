import {ParseSpeeds, PDFDict, PDFDocument} from '@cantoo/pdf-lib'
import {asDictionary} from './entries.ts'

export interface OpenPdf {
  readonly catalog: PDFDict
  /** In the order of reading. */
  readonly pages: readonly PDFDict[]
  /** The encryption dictionary; absent when the file is not encrypted. */
  readonly encryption: PDFDict | undefined
  /** Whether its strings and streams can be read: an encrypted file may ask for a password. */
  readonly isReadable: boolean
}

const options = {updateMetadata: false, throwOnInvalidObject: true, parseSpeed: ParseSpeeds.Fastest} as const

/** Reads the objects of a PDF. Throws for what is none, or is damaged. */
export async function openPdf(contents: Uint8Array): Promise<OpenPdf> {
  const document = await PDFDocument.load(contents, {...options, ignoreEncryption: true})
  const encryption = asDictionary(document.context.lookup(document.context.trailerInfo.Encrypt))
  if (!encryption) return {...partsOf(document), encryption, isReadable: true}
  try {
    // Files that anyone may open are encrypted with the empty password.
    return {...partsOf(await PDFDocument.load(contents, {...options, password: ''})), encryption, isReadable: true}
  } catch {
    return {...partsOf(document), encryption, isReadable: false}
  }
}

function partsOf(document: PDFDocument): Pick<OpenPdf, 'catalog' | 'pages'> {
  if (!(document.catalog instanceof PDFDict)) throw new Error('The PDF has no catalog')
  return {catalog: document.catalog, pages: document.getPages().map(({node}) => node)}
}
