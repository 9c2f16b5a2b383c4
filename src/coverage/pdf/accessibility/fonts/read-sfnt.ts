import {readCharacterMaps, type CharacterMap} from '../../../fonts/character-map.ts'

/** A font program with TrueType outlines (ISO/IEC 14496-22). */
export interface Sfnt {
  readonly glyphCount: number
  readonly characterMaps: readonly CharacterMap[]
  /** In thousandths of the em. */
  readonly widthOf: (glyph: number) => number
  /** Whether nothing is drawn for a glyph, as for a space, or one that was left out of a subset. */
  readonly isEmpty: (glyph: number) => boolean
}

/** Absent for what has no such outlines, or is damaged. */
export function readSfnt(bytes: Uint8Array): Sfnt | undefined {
  try {
    return parse(bytes)
  } catch (error) {
    // Reading beyond the end of a table.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function parse(bytes: Uint8Array): Sfnt | undefined {
  const tables = readTables(bytes)
  const [head, hhea, hmtx, loca, maxp] = ['head', 'hhea', 'hmtx', 'loca', 'maxp'].map((tag) => tables.get(tag))
  if (!head || !hhea || !hmtx || !loca || !maxp || !tables.has('glyf')) return undefined
  const glyphCount = maxp.getUint16(4)
  const unitsPerEm = head.getUint16(18)
  const isLong = head.getInt16(50) === 1
  const metricCount = hhea.getUint16(34)
  const offsetOf = (glyph: number) => (isLong ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2)
  const widths = Array.from({length: metricCount}, (_value, glyph) => (hmtx.getUint16(glyph * 4) * 1000) / unitsPerEm)
  const offsets = Array.from({length: glyphCount + 1}, (_value, glyph) => offsetOf(glyph))
  return {
    glyphCount,
    characterMaps: readCharacterMaps(tables.get('cmap')),
    // The last width holds for all glyphs after it.
    widthOf: (glyph) => widths[Math.min(glyph, metricCount - 1)] ?? 0,
    isEmpty: (glyph) => offsets[glyph] === offsets[glyph + 1],
  }
}

function readTables(bytes: Uint8Array): Map<string, DataView> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tables = new Map<string, DataView>()
  for (let index = 0; index < view.getUint16(4); index++) {
    const record = 12 + index * 16
    const tag = String.fromCharCode(...bytes.subarray(record, record + 4))
    const table = new DataView(bytes.buffer, bytes.byteOffset + view.getUint32(record + 8), view.getUint32(record + 12))
    tables.set(tag, table)
  }
  return tables
}
