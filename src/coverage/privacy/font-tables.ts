import {brotliDecompressSync} from 'node:zlib'
import {readCharacterMaps, type CharacterMap} from '../fonts/character-map.ts'

/**
 * What characters a font has glyphs for: of a TrueType or OpenType file (ISO/IEC 14496-22) or of WOFF2 (W3C WOFF File Format 2.0, 4 and 5).
 * Empty for what is neither, or damaged.
 */
export function characterMapsOf(font: Uint8Array): readonly CharacterMap[] {
  try {
    const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
    return readCharacterMaps(view.getUint32(0) === woff2 ? tableOfWoff2(view) : tableOfSfnt(view))
  } catch {
    return []
  }
}

/** `wOF2` */
const woff2 = 0x77_4f_46_32
/** `cmap` */
const wanted = 0x63_6d_61_70

function tableOfSfnt(view: DataView): DataView | undefined {
  for (let index = 0; index < view.getUint16(4); index++) {
    const record = 12 + index * 16
    if (view.getUint32(record) === wanted)
      return new DataView(view.buffer, view.byteOffset + view.getUint32(record + 8), view.getUint32(record + 12))
  }
  return undefined
}

const headerLength = 48
/** Of the tags that are named by a number, in its order: `cmap` is the first, `glyf` and `loca` are those that are transformed. */
const [cmapNumber, glyfNumber, locaNumber, writtenOut] = [0, 10, 11, 63]

/** All tables stand in one Brotli stream, in the order of the directory. */
function tableOfWoff2(view: DataView): DataView | undefined {
  let at = headerLength
  let offset = 0
  let found: {readonly offset: number; readonly length: number} | undefined
  for (let index = 0; index < view.getUint16(12); index++) {
    const flags = view.getUint8(at++)
    const number = flags & 0x3f
    const isCmap = number === writtenOut ? view.getUint32(at) === wanted : number === cmapNumber
    if (number === writtenOut) at += 4
    let length = base128()
    const isOutline = number === glyfNumber || number === locaNumber
    // Outlines are transformed unless their version is 3, other tables only if it is not 0.
    if (isOutline ? flags >> 6 !== 3 : flags >> 6 !== 0) length = base128()
    if (isCmap) found = {offset, length}
    offset += length
  }
  if (!found) return undefined
  const compressed = new Uint8Array(view.buffer, view.byteOffset + at, view.getUint32(20))
  const tables = brotliDecompressSync(compressed)
  return new DataView(tables.buffer, tables.byteOffset + found.offset, found.length)

  /** A number of up to five bytes, seven bits in each. */
  function base128(): number {
    let value = 0
    for (let count = 0; count < 5; count++) {
      const byte = view.getUint8(at++)
      value = value * 128 + (byte & 0x7f)
      if (byte < 0x80) break
    }
    return value
  }
}
