import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFStream,
  PDFString,
  type PDFObject,
} from '@cantoo/pdf-lib'

/** pdf-lib keeps one object for each name, but makes and reads it letter by letter every time. */
const keys = new Map<string, PDFName>()
const names = new Map<PDFName, string>()

function keyOf(name: string): PDFName {
  const known = keys.get(name) ?? PDFName.of(name)
  keys.set(name, known)
  return known
}

function textOfName(name: PDFName): string {
  const known = names.get(name) ?? name.decodeText()
  names.set(name, known)
  return known
}

/** The value of an entry, with references followed; absent when the entry is missing or null. */
export const valueAt = (dictionary: PDFDict | undefined, key: string): PDFObject | undefined =>
  dictionary?.lookup(keyOf(key))

/** A dictionary, or that of a stream; absent when the entry is neither. */
export function dictionaryAt(dictionary: PDFDict | undefined, key: string): PDFDict | undefined {
  return asDictionary(valueAt(dictionary, key))
}

export function streamAt(dictionary: PDFDict | undefined, key: string): PDFRawStream | undefined {
  const value = valueAt(dictionary, key)
  return value instanceof PDFRawStream ? value : undefined
}

/** The elements of an array, with references followed; a value that stands alone is its only element. */
export function elementsAt(dictionary: PDFDict | undefined, key: string): PDFObject[] {
  const value = valueAt(dictionary, key)
  if (value === undefined) return []
  return value instanceof PDFArray ? elementsOf(value) : [value]
}

export function elementsOf(array: PDFArray): PDFObject[] {
  return Array.from({length: array.size()}, (_value, index) => array.lookup(index)).filter(
    (value) => value !== undefined,
  )
}

export function dictionariesAt(dictionary: PDFDict | undefined, key: string): PDFDict[] {
  return elementsAt(dictionary, key)
    .map((value) => asDictionary(value))
    .filter((value) => value !== undefined)
}

/** Without its slash; empty when the entry is no name. */
export function nameAt(dictionary: PDFDict | undefined, key: string): string {
  const value = valueAt(dictionary, key)
  return value instanceof PDFName ? textOfName(value) : ''
}

/** A text string (ISO 32000-1, 7.9.2.2), decoded; absent when the entry is no string. */
export const textAt = (dictionary: PDFDict | undefined, key: string): string | undefined =>
  asText(valueAt(dictionary, key))

export function numberAt(dictionary: PDFDict | undefined, key: string): number | undefined {
  const value = valueAt(dictionary, key)
  return value instanceof PDFNumber ? value.asNumber() : undefined
}

export function booleanAt(dictionary: PDFDict | undefined, key: string): boolean | undefined {
  const value = valueAt(dictionary, key)
  return value instanceof PDFBool ? value.asBoolean() : undefined
}

export function asDictionary(value: PDFObject | undefined): PDFDict | undefined {
  if (value instanceof PDFStream) return value.dict
  return value instanceof PDFDict ? value : undefined
}

export const asText = (value: PDFObject | undefined): string | undefined =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined

/** What is in a stream, without its filters; throws for filters of pictures. */
export const decoded = (stream: PDFRawStream): Uint8Array => decodePDFRawStream(stream).decode()

/** The value of an entry that a page may have from a node above it (ISO 32000-1, 7.7.3.4). */
export function inheritedAt(page: PDFDict, key: string): PDFObject | undefined {
  const seen = new Set<PDFDict>()
  for (let node: PDFDict | undefined = page; node && !seen.has(node); node = dictionaryAt(node, 'Parent')) {
    const value = valueAt(node, key)
    if (value !== undefined) return value
    seen.add(node)
  }
  return undefined
}
