/**
 * What a zip says beside its entries: its own comment, at its end (APPNOTE 4.3.16), and the comments inside its pictures (JPEG: ITU T.81,
 * B.2.4.5; PNG: 11.3.3).
 */
export function archiveTexts(archive: Uint8Array, files: Readonly<Record<string, Uint8Array>>): string[] {
  return [commentOf(archive), ...Object.entries(files).flatMap(([name, bytes]) => pictureTexts(name, bytes))]
}

/** After the last end record, whose fixed part has 22 bytes. */
function commentOf(archive: Uint8Array): string {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength)
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  return end < 0 ? '' : bytes.subarray(end + 22).toString('utf8')
}

function pictureTexts(name: string, contents: Uint8Array): string[] {
  const bytes = Buffer.from(contents.buffer, contents.byteOffset, contents.byteLength)
  if (/\.jpe?g$/iu.test(name)) return [...jpegSegments(bytes)]
  return name.endsWith('.png') ? [...pngTexts(bytes)] : []
}

/** Comments and what applications keep, up to the start of the scan. */
function* jpegSegments(bytes: Buffer): Generator<string> {
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? 0
    const length = bytes.readUInt16BE(at + 2)
    if (marker === 0xda) return
    if (marker === 0xfe || (marker >= 0xe0 && marker <= 0xef)) {
      yield bytes.subarray(at + 4, at + 2 + length).toString('utf8')
    }
    at += 2 + length
  }
}

function* pngTexts(bytes: Buffer): Generator<string> {
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at)
    const type = bytes.subarray(at + 4, at + 8).toString('latin1')
    if (type === 'tEXt' || type === 'iTXt') yield bytes.subarray(at + 8, at + 8 + length).toString('utf8')
    at += 12 + length
  }
}
