/** A subtable of the `cmap` table (ISO/IEC 14496-22, 5.2.1). */
export interface CharacterMap {
  readonly platform: number
  readonly encoding: number
  /** 0 for a code that it does not have. */
  readonly glyphOf: (code: number) => number
}

export function readCharacterMaps(table: DataView | undefined): CharacterMap[] {
  if (!table) return []
  return Array.from({length: table.getUint16(2)}, (_value, index) => {
    const record = 4 + index * 8
    const start = table.getUint32(record + 4)
    const subtable = new DataView(table.buffer, table.byteOffset + start, table.byteLength - start)
    const glyphOf = (code: number) => lookUp(subtable, code)
    return {platform: table.getUint16(record), encoding: table.getUint16(record + 2), glyphOf}
  })
}

/** Formats 0, 4, 6 and 12: those in use. In any other no code is found. */
function lookUp(table: DataView, code: number): number {
  switch (table.getUint16(0)) {
    case 0:
      return code < 256 ? table.getUint8(6 + code) : 0
    case 4:
      return lookUpInSegments(table, code)
    case 6: {
      const index = code - table.getUint16(6)
      return index >= 0 && index < table.getUint16(8) ? table.getUint16(10 + index * 2) : 0
    }
    case 12:
      return lookUpInGroups(table, code)
    default:
      return 0
  }
}

function lookUpInSegments(table: DataView, code: number): number {
  const doubled = table.getUint16(6)
  const [ends, starts, deltas, ranges] = [14, 16 + doubled, 16 + 2 * doubled, 16 + 3 * doubled] as const
  for (let at = 0; at < doubled; at += 2) {
    if (code > table.getUint16(ends + at)) continue
    const start = table.getUint16(starts + at)
    if (code < start) return 0
    const range = table.getUint16(ranges + at)
    const delta = table.getInt16(deltas + at)
    if (range === 0) return (code + delta) & 0xffff
    // Counted from where the offset itself stands.
    const glyph = table.getUint16(ranges + at + range + (code - start) * 2)
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff
  }
  return 0
}

function lookUpInGroups(table: DataView, code: number): number {
  for (let index = 0; index < table.getUint32(12); index++) {
    const group = 16 + index * 12
    const [start, end] = [table.getUint32(group), table.getUint32(group + 4)]
    if (code >= start && code <= end) return table.getUint32(group + 8) + code - start
  }
  return 0
}
