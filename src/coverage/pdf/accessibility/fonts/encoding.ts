import {PDFName, PDFRawStream, type PDFDict} from '@cantoo/pdf-lib'
import {decoded, nameAt, valueAt} from '../file/entries.ts'
import {readCMap, type CMap} from './read-cmap.ts'

/** How the bytes of a shown string are cut into character codes. */
export type Encoding =
  | {readonly kind: 'simple'}
  | {readonly kind: 'identity'}
  | {readonly kind: 'embedded'; readonly cmap: CMap; readonly dictionary: PDFDict}
  /** By its name alone: the codes of ISO 32000-1, table 118, are not known here. */
  | {readonly kind: 'named'; readonly name: string}

export function readEncoding(font: PDFDict): Encoding {
  if (nameAt(font, 'Subtype') !== 'Type0') return {kind: 'simple'}
  const encoding = valueAt(font, 'Encoding')
  if (encoding instanceof PDFRawStream) {
    return {kind: 'embedded', cmap: readCMap(decoded(encoding)), dictionary: encoding.dict}
  }
  const name = encoding instanceof PDFName ? encoding.decodeText() : ''
  if (name === 'Identity-H' || name === 'Identity-V') return {kind: 'identity'}
  return {kind: 'named', name}
}

/** Whether the codes of an encoding are known here: not those of a CMap that is named, or that uses a named one. */
const isKnown = (encoding: Encoding): boolean =>
  encoding.kind === 'embedded' ? encoding.cmap.uses.length === 0 : encoding.kind !== 'named'

/** Character codes of a string; none where the encoding is not known. */
export function codesOf(bytes: Uint8Array, encoding: Encoding): number[] {
  if (!isKnown(encoding)) return []
  switch (encoding.kind) {
    case 'simple':
      return [...bytes]
    case 'identity':
      return Array.from(
        {length: Math.ceil(bytes.length / 2)},
        (_value, index) => (bytes[index * 2] ?? 0) * 256 + (bytes[index * 2 + 1] ?? 0),
      )
    case 'embedded':
      return codesBySpace(bytes, encoding.cmap)
    case 'named':
      return []
    default:
      return encoding satisfies never
  }
}

/** Bytes are added to a code until it lies in a range (ISO 32000-1, 9.7.6.2); a code that lies in none is one byte. */
function codesBySpace(bytes: Uint8Array, {codespaces}: CMap): number[] {
  const codes: number[] = []
  let at = 0
  while (at < bytes.length) {
    let code = 0
    let length = 0
    const isComplete = () =>
      codespaces.some((range) => range.length === length && code >= range.low && code <= range.high)
    do {
      code = code * 256 + (bytes[at + length] ?? 0)
      length++
    } while (!isComplete() && length < 4)
    codes.push(isComplete() ? code : (bytes[at] ?? 0))
    at += isComplete() ? length : 1
  }
  return codes
}

/** The CID of a code (ISO 32000-1, 9.7.5); 0, the undefined one, where the CMap has none; absent where it is not known. */
export function cidOf(code: number, encoding: Encoding): number | undefined {
  if (encoding.kind === 'identity') return code
  if (encoding.kind !== 'embedded') return undefined
  const range = encoding.cmap.cids.find(({high, low}) => code >= low && code <= high)
  return range ? range.cid + code - range.low : 0
}
