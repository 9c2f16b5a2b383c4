import {inflateSync} from 'node:zlib'

const headLength = 44
/** Bytes of an entry in the table directory. */
const entryLength = 20

/**
 * Throws where a WOFF file (W3C Recommendation, 2012) holds more than `most` bytes, or a table unpacks to more than its entry says: what
 * unpacks it later asks neither.
 */
export function assertBearableWoff(font: Uint8Array, most: number): void {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  let total = 0
  for (let index = 0; index < view.getUint16(12); index++) {
    const at = headLength + index * entryLength
    const [offset, packed, length] = [view.getUint32(at + 4), view.getUint32(at + 8), view.getUint32(at + 12)]
    total += length
    if (total > most) throw new Error(`its tables have more than ${most} bytes`)
    if (packed < length) inflateSync(font.subarray(offset, offset + packed), {maxOutputLength: Math.max(length, 1)})
  }
}
