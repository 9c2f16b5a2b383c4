import type {PDFDict} from '@cantoo/pdf-lib'
import {decoded, dictionariesAt, dictionaryAt, nameAt, streamAt, valueAt} from '../file/entries.ts'
import {cidOf} from './encoding.ts'
import type {FontUse} from './font-use.ts'
import {readCMap, type CMap} from './read-cmap.ts'
import {readSfnt, type Sfnt} from './read-sfnt.ts'
import {baseEncodingOf, characterOf, encodingDictionaryOf, glyphOfSimple, isSymbolic} from './simple-encoding.ts'
import {readWidths} from './read-widths.ts'

/** A font with which something is set. */
export interface PdfFont {
  readonly dictionary: PDFDict
  readonly use: FontUse
  readonly name: string
  /** `Subtype`. */
  readonly type: string
  /** The CIDFont of a composite font. */
  readonly descendant: PDFDict | undefined
  readonly descriptor: PDFDict | undefined
  readonly isEmbedded: boolean
  /** Absent where it is not embedded, or has other than TrueType outlines. */
  readonly program: Sfnt | undefined
  /** Absent where there is none. */
  readonly toUnicode: CMap | undefined
  /** Empty for a code that means nothing. */
  readonly textOf: (code: number) => string
  /** Absent where the checker cannot tell. */
  readonly glyphOf: (code: number) => number | undefined
  /** Of a composite font: what its CIDToGIDMap says. */
  readonly glyphOfCid: (cid: number) => number
  /** In thousandths of the em, as the font dictionary has it. */
  readonly widthOf: (code: number) => number
}

export function readFont(dictionary: PDFDict, use: FontUse): PdfFont {
  const type = nameAt(dictionary, 'Subtype')
  const [descendant] = dictionariesAt(dictionary, 'DescendantFonts')
  const descriptor = dictionaryAt(descendant ?? dictionary, 'FontDescriptor')
  const files = ['FontFile', 'FontFile2', 'FontFile3'].map((key) => streamAt(descriptor, key))
  const outlines = files[1] ?? files[2]
  const program = outlines && readSfnt(decoded(outlines))
  const glyphOfCid = cidMapOf(descendant)
  const toUnicodeStream = streamAt(dictionary, 'ToUnicode')
  const toUnicode = toUnicodeStream && readCMap(decoded(toUnicodeStream))
  return {
    dictionary,
    use,
    name: nameAt(dictionary, 'BaseFont'),
    type,
    descendant,
    descriptor,
    isEmbedded: files.some(Boolean),
    program,
    toUnicode,
    textOf: textReader({dictionary, type, descriptor, toUnicode}),
    glyphOf: glyphReader({dictionary, use, type, glyphOfCid, descriptor, program}),
    glyphOfCid,
    widthOf: readWidths(dictionary, descendant, (code) => cidOf(code, use.encoding)),
  }
}

function textReader(font: Pick<PdfFont, 'dictionary' | 'type' | 'descriptor' | 'toUnicode'>): PdfFont['textOf'] {
  const {descriptor, dictionary, toUnicode, type} = font
  if (toUnicode) return (code) => toUnicode.unicode.get(code) ?? ''
  if (type === 'Type0' || isSymbolic(descriptor)) return () => ''
  return (code) => characterOf(code, baseEncodingOf(dictionary))
}

type GlyphSource = Pick<PdfFont, 'dictionary' | 'use' | 'type' | 'glyphOfCid' | 'descriptor' | 'program'>

function glyphReader({descriptor, dictionary, glyphOfCid, program, type, use}: GlyphSource): PdfFont['glyphOf'] {
  if (type === 'Type0') {
    return (code) => {
      const cid = cidOf(code, use.encoding)
      return cid === undefined ? undefined : glyphOfCid(cid)
    }
  }
  const hasNames = valueAt(encodingDictionaryOf(dictionary), 'Differences') !== undefined
  if (type !== 'TrueType' || !program || hasNames) return () => undefined
  return (code) => glyphOfSimple(code, dictionary, {program, descriptor})
}

/** A stream of two bytes each, or each CID as it is. */
function cidMapOf(descendant: PDFDict | undefined): PdfFont['glyphOfCid'] {
  const map = streamAt(descendant, 'CIDToGIDMap')
  if (!map) return (cid) => cid
  const glyphs = decoded(map)
  return (cid) => (glyphs[cid * 2] ?? 0) * 256 + (glyphs[cid * 2 + 1] ?? 0)
}
