import {readFile} from 'node:fs/promises'
import {brotliDecompressSync} from 'node:zlib'
import {readCharacterMaps} from './character-map.ts'

/** What is asked of a font file. */
export interface FontFile {
  /** Its PostScript name (ISO/IEC 14496-22, 5.2.7, name 6); empty when it has none. */
  readonly name: string
  /** Whether it has a glyph for a character. */
  readonly has: (code: number) => boolean
}

const ofThemes = new Map<string, Promise<FontFile>>()

/** A font file of a theme, which is the same as long as the program runs. Throws for what is no font. */
export function readThemeFont(file: string): Promise<FontFile> {
  const known = ofThemes.get(file) ?? read(file)
  ofThemes.set(file, known)
  return known
}

async function read(file: string): Promise<FontFile> {
  const font = readFontFile(await readFile(file))
  if (!font) throw new Error(`${file} is no font`)
  return font
}

/** Reads a WOFF2 file (W3C Recommendation, 2022); nothing for what is none, is cut off or draws nothing. */
export function readFontFile(bytes: Uint8Array): FontFile | undefined {
  try {
    return parse(bytes)
  } catch {
    // Beyond the end of a table, or no Brotli stream.
    return undefined
  }
}

const signature = 0x77_4f_46_32
/** Those whose number of the known tables is asked for (5.2). */
const tags: Readonly<Record<number, string>> = {0: 'cmap', 5: 'name', 10: 'glyf', 11: 'loca'}
const anyTag = 63

function parse(bytes: Uint8Array): FontFile | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(0) !== signature || view.getUint32(8) !== bytes.length) return undefined
  const cursor = {at: 48}
  const entries = Array.from({length: view.getUint16(12)}, () => readEntry(view, cursor))
  const data = brotliDecompressSync(bytes.subarray(cursor.at, cursor.at + view.getUint32(20)))
  const tables = new Map<string, DataView>()
  let start = 0
  for (const {length, tag} of entries) {
    tables.set(tag, new DataView(data.buffer, data.byteOffset + start, length))
    start += length
  }
  const maps = readCharacterMaps(tables.get('cmap'))
  if (maps.length === 0 || (tables.get('glyf')?.byteLength ?? 0) === 0) return undefined
  return {name: nameIn(tables.get('name')), has: (code) => maps.some(({glyphOf}) => glyphOf(code) !== 0)}
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
