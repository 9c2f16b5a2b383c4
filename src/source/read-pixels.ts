/** What the header of an image says of the memory that it takes. */
export interface Pixels {
  readonly width: number
  readonly height: number
  /** Pictures of an animation. */
  readonly frames: number
}

/**
 * The size of an image from its header, without its pixels: PNG (W3C PNG, 11.2.1), JPEG (ITU T.81, B.2.2), GIF (GIF89a, 18 and 20),
 * WebP (RFC 9649, 2). `undefined` where the header is cut short or none of these. No decoder runs, and each byte is looked at once.
 */
export function readPixels(mediaType: string, bytes: Uint8Array): Pixels | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return readers[mediaType]?.(view)
  } catch (error) {
    // Thus says a view that it ends before.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const readers: Readonly<Record<string, (view: DataView) => Pixels | undefined>> = {
  'image/gif': readGif,
  'image/jpeg': readJpeg,
  'image/png': (view) => ({width: view.getUint32(16), height: view.getUint32(20), frames: 1}),
  'image/webp': readWebp,
}

function readJpeg(view: DataView): Pixels | undefined {
  for (let at = 2; ;) {
    const marker = view.getUint8(at + 1)
    if (view.getUint8(at) !== 0xff) return undefined
    if (marker === 0xff) at++
    else if (isFrame(marker)) return {height: view.getUint16(at + 5), width: view.getUint16(at + 7), frames: 1}
    else at += 2 + Math.max(2, view.getUint16(at + 2))
  }
}

/** SOF0 to SOF15, without the tables and the reserved one that stand among them. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

function readGif(view: DataView): Pixels {
  const width = view.getUint16(6, true)
  const height = view.getUint16(8, true)
  let frames = 0
  for (let at = 13 + tableSize(view.getUint8(10)); at < view.byteLength;) {
    const kind = view.getUint8(at)
    if (kind === 0x2c) {
      frames++
      at = skipBlocks(view, at + 11 + tableSize(view.getUint8(at + 9)))
    } else if (kind === 0x21) at = skipBlocks(view, at + 2)
    else break
  }
  return {width, height, frames: Math.max(1, frames)}
}

const tableSize = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)

function skipBlocks(view: DataView, from: number): number {
  let at = from
  while (at < view.byteLength && view.getUint8(at) > 0) at += view.getUint8(at) + 1
  return at + 1
}

function readWebp(view: DataView): Pixels | undefined {
  const kind = textAt(view, 12)
  if (kind === 'VP8 ')
    return {width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff, frames: 1}
  if (kind === 'VP8L') {
    const bits = view.getUint32(21, true)
    return {width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1, frames: 1}
  }
  if (kind !== 'VP8X') return undefined
  const size = (at: number) => 1 + view.getUint16(at, true) + view.getUint8(at + 2) * 65_536
  return {width: size(24), height: size(27), frames: Math.max(1, countChunks(view, 'ANMF'))}
}

function countChunks(view: DataView, kind: string): number {
  let count = 0
  for (let at = 12; at + 8 <= view.byteLength; at += 8 + 2 * Math.ceil(view.getUint32(at + 4, true) / 2)) {
    if (textAt(view, at) === kind) count++
  }
  return count
}

const textAt = (view: DataView, at: number) =>
  [0, 1, 2, 3].map((index) => String.fromCodePoint(view.getUint8(at + index))).join('')
