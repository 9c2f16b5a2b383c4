import type {FontFormat} from './own-font.ts'

const signatures: Readonly<Record<string, FontFormat | 'collection'>> = {
  '\0\u0001\0\0': 'truetype',
  true: 'truetype',
  OTTO: 'opentype',
  wOFF: 'woff',
  wOF2: 'woff2',
  ttcf: 'collection',
}

/** How a font file is packed, by its first bytes (OpenType 1.9.1; WOFF 1.0, 3; WOFF 2.0, 4); nothing for what is no font. */
export function fontFormat(contents: Uint8Array): FontFormat | 'collection' | undefined {
  return signatures[String.fromCharCode(...contents.subarray(0, 4))]
}

/** Bytes that a font holds by its own account when it is unpacked. */
export function unpackedSize(contents: Uint8Array, format: FontFormat): number {
  if (format === 'opentype' || format === 'truetype') return contents.length
  const totalSfntSize = 16
  if (contents.length < totalSfntSize + 4) return 0
  return new DataView(contents.buffer, contents.byteOffset).getUint32(totalSfntSize)
}
