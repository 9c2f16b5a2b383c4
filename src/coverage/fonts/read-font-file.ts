import {readFile} from 'node:fs/promises'
import {brotliDecompressSync, inflateSync} from 'node:zlib'
import type {ExpectedFace} from '../../model/font.ts'
import {readCharacterMaps} from './character-map.ts'

/** What is asked of a font file. */
export interface FontFile {
  /** Its PostScript name (ISO/IEC 14496-22, 5.2.7, name 6); empty when it has none. */
  readonly name: string
  /** `CFF` outlines become procedures in a PDF (Type 3), without a name. */
  readonly outlines: 'TrueType' | 'CFF'
  /** Whether it has a glyph for a character. */
  readonly has: (code: number) => boolean
}

const ofPackages = new Map<string, Promise<FontFile>>()
const ofCourses = new WeakMap<Uint8Array, FontFile>()

/**
 * The font file of a face: of a theme, which is the same as long as the program runs, or of a course. What is no font throws; of a course,
 * where whoever cut it down may have made allowances, nothing is known of it.
 */
export async function readThemeFont({contents, file}: ExpectedFace): Promise<FontFile | undefined> {
  if (contents) {
    const font = ofCourses.get(contents) ?? readFontFile(contents)
    if (font) ofCourses.set(contents, font)
    return font
  }
  const known = ofPackages.get(file) ?? readPackageFont(file)
  ofPackages.set(file, known)
  return known
}

async function readPackageFont(file: string): Promise<FontFile> {
  const font = readFontFile(await readFile(file))
  if (!font) throw new Error(`${file} is no font`)
  return font
}

/**
 * Reads a font as it is (OpenType 1.9.1), WOFF (W3C Recommendation, 2012) or WOFF2 (2022); nothing for what is none, is cut off or draws
 * nothing.
 */
export function readFontFile(bytes: Uint8Array): FontFile | undefined {
  try {
    return parse(bytes)
  } catch {
    // Beyond the end of a table, or no Brotli stream.
    return undefined
  }
}

const woff2 = 0x77_4f_46_32
const woff = 0x77_4f_46_46
/** Of what is unpacked, in bytes: more than any font has. */
const most = 100_000_000
/** Those whose number of the known tables is asked for (5.2). */
const tags: Readonly<Record<number, string>> = {0: 'cmap', 5: 'name', 10: 'glyf', 11: 'loca', 13: 'CFF '}
const anyTag = 63

function parse(bytes: Uint8Array): FontFile | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tables = tablesOf(view, bytes)
  const maps = readCharacterMaps(tables?.get('cmap'))
  const isCff = ['CFF ', 'CFF2'].some((tag) => (tables?.get(tag)?.byteLength ?? 0) > 0)
  if (!tables || maps.length === 0 || !(isCff || (tables.get('glyf')?.byteLength ?? 0) > 0)) return undefined
  return {
    name: nameIn(tables.get('name')),
    outlines: isCff ? 'CFF' : 'TrueType',
    has: (code) => maps.some(({glyphOf}) => glyphOf(code) !== 0),
  }
}

function tablesOf(view: DataView, bytes: Uint8Array): Map<string, DataView> | undefined {
  switch (view.getUint32(0)) {
    case 0x1_00_00:
    case 0x74_72_75_65:
    case 0x4f_54_54_4f:
      return tablesAsTheyAre(view)
    case woff:
      return view.getUint32(8) === bytes.length ? tablesOfWoff(view, bytes) : undefined
    case woff2:
      return view.getUint32(8) === bytes.length ? tablesOfWoff2(view, bytes) : undefined
    default:
      return undefined
  }
}

function tablesAsTheyAre(view: DataView): Map<string, DataView> {
  const entries = Array.from({length: view.getUint16(4)}, (_value, index) => {
    const at = 12 + index * 16
    const start = view.byteOffset + view.getUint32(at + 8)
    const table = new DataView(view.buffer, start, view.getUint32(at + 12))
    // The buffer may be larger than the font.
    if (start + table.byteLength > view.byteOffset + view.byteLength) throw new RangeError('It is cut off')
    return [tagAt(view, at), table] as const
  })
  return new Map(entries)
}

function tablesOfWoff(view: DataView, bytes: Uint8Array): Map<string, DataView> {
  const entries = Array.from({length: view.getUint16(12)}, (_value, index) => {
    const at = 44 + index * 20
    const [offset, packed, length] = [view.getUint32(at + 4), view.getUint32(at + 8), view.getUint32(at + 12)]
    const stored = bytes.subarray(offset, offset + packed)
    const data = packed < length ? inflateSync(stored, {maxOutputLength: most}) : stored
    return [tagAt(view, at), new DataView(data.buffer, data.byteOffset, length)] as const
  })
  return new Map(entries)
}

const tagAt = (view: DataView, at: number) =>
  String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(at + index)))

function tablesOfWoff2(view: DataView, bytes: Uint8Array): Map<string, DataView> {
  const cursor = {at: 48}
  const entries = Array.from({length: view.getUint16(12)}, () => readEntry(view, cursor))
  const data = brotliDecompressSync(bytes.subarray(cursor.at, cursor.at + view.getUint32(20)), {maxOutputLength: most})
  const tables = new Map<string, DataView>()
  let start = 0
  for (const {length, tag} of entries) {
    tables.set(tag, new DataView(data.buffer, data.byteOffset + start, length))
    start += length
  }
  return tables
}

interface Entry {
  readonly tag: string
  /** Of what stands in the stream. */
  readonly length: number
}

function readEntry(view: DataView, cursor: {at: number}): Entry {
  const flags = view.getUint8(cursor.at++)
  const number = flags & 63
  const version = flags >> 6
  if (number === anyTag) cursor.at += 4
  const original = readBase128(view, cursor)
  // `glyf` and `loca` are transformed by version 0, others by any but 0.
  const isTransformed = number === 10 || number === 11 ? version === 0 : version !== 0
  return {tag: tags[number] ?? `#${number} ${cursor.at}`, length: isTransformed ? readBase128(view, cursor) : original}
}

/** UIntBase128 (4.1). */
function readBase128(view: DataView, cursor: {at: number}): number {
  let value = 0
  for (;;) {
    const byte = view.getUint8(cursor.at++)
    value = value * 128 + (byte & 127)
    if ((byte & 128) === 0) return value
  }
}

function nameIn(table: DataView | undefined): string {
  if (!table) return ''
  const strings = table.getUint16(4)
  for (let index = 0; index < table.getUint16(2); index++) {
    const record = 6 + index * 12
    if (table.getUint16(record + 6) !== 6) continue
    const [length, offset] = [table.getUint16(record + 8), table.getUint16(record + 10)]
    const raw = new Uint8Array(table.buffer, table.byteOffset + strings + offset, length)
    // ASCII in one byte on the Macintosh, in two elsewhere.
    return String.fromCharCode(...raw.filter((byte) => byte !== 0))
  }
  return ''
}
