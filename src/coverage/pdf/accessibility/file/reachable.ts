import {PDFArray, PDFDict, PDFRawStream, PDFRef, PDFStream, type PDFObject} from '@cantoo/pdf-lib'
import {append} from '../../../../model/append.ts'

export interface Reachable {
  /** Every dictionary, those of streams too. */
  readonly dictionaries: readonly PDFDict[]
  readonly streams: readonly PDFRawStream[]
}

/** What can be reached from the catalog: objects that nothing refers to are no part of the document. */
export function reachableFrom(catalog: PDFDict): Reachable {
  const seen = new Set<PDFObject>()
  const dictionaries: PDFDict[] = []
  const streams: PDFRawStream[] = []
  const open: PDFObject[] = [catalog]
  for (let object = open.pop(); object !== undefined; object = open.pop()) {
    const value = object instanceof PDFRef ? catalog.context.lookup(object) : object
    if (value === undefined || seen.has(value)) continue
    if (value instanceof PDFArray) {
      seen.add(value)
      append(open, value.asArray())
    } else if (value instanceof PDFStream) {
      seen.add(value)
      if (value instanceof PDFRawStream) streams.push(value)
      open.push(value.dict)
    } else if (value instanceof PDFDict) {
      seen.add(value)
      dictionaries.push(value)
      append(open, value.values())
    }
  }
  return {dictionaries, streams}
}
