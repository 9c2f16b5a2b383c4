/** Bytes of an entry in the table directory. */
const entryLength = 16
const headLength = 12

/** A TrueType or OpenType font without one of its tables (OpenType 1.9.1, "Organization of an OpenType font"); as it is where it has none. */
export function withoutTable(font: Uint8Array, tag: string): Uint8Array {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const count = view.getUint16(4)
  const entries = Array.from({length: count}, (_, index) => {
    const at = headLength + index * entryLength
    const name = String.fromCharCode(...font.subarray(at, at + 4))
    return {at, name, offset: view.getUint32(at + 8), length: view.getUint32(at + 12)}
  })
  const kept = entries.filter(({name}) => name !== tag)
  if (kept.length === count) return font
  const padded = (length: number) => Math.ceil(length / 4) * 4
  const start = headLength + kept.length * entryLength
  const result = new Uint8Array(start + kept.reduce((sum, {length}) => sum + padded(length), 0))
  const written = new DataView(result.buffer)
  result.set(font.subarray(0, 4))
  const power = Math.floor(Math.log2(kept.length))
  written.setUint16(4, kept.length)
  written.setUint16(6, 2 ** power * entryLength)
  written.setUint16(8, power)
  written.setUint16(10, (kept.length - 2 ** power) * entryLength)
  let offset = start
  for (const [index, {at, length, offset: from}] of kept.entries()) {
    const to = headLength + index * entryLength
    result.set(font.subarray(at, at + entryLength), to)
    written.setUint32(to + 8, offset)
    result.set(font.subarray(from, from + length), offset)
    offset += padded(length)
  }
  return result
}
