/** By the extension of a file. */
export const mediaTypes: Readonly<Record<string, string>> = {
  '.gif': 'image/gif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
}

/** The type of an image as its bytes say; `undefined` where they are none that every output can show, such as a page of HTML. */
export function mediaTypeOf(bytes: Uint8Array): string | undefined {
  const contents = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Object.entries(signatures).find(([, begins]) => begins(contents))?.[0]
}

const signatures: Readonly<Record<string, (contents: Buffer) => boolean>> = {
  'image/gif': (contents) => contents.toString('latin1', 0, 4) === 'GIF8',
  'image/jpeg': (contents) => contents.toString('hex', 0, 3) === 'ffd8ff',
  'image/png': (contents) => contents.toString('latin1', 1, 4) === 'PNG',
  'image/webp': (contents) => contents.toString('latin1', 8, 12) === 'WEBP',
  'image/svg+xml': (contents) => isSvg(contents.toString('utf8')),
}

/**
 * Whether the first element of a text is `svg`: a page of HTML may have one further on. What may precede it is skipped
 * (XML 1.0, 2.8: declaration, comments, processing instructions, a document type), each character looked at once.
 */
function isSvg(text: string): boolean {
  let at = 0
  while (at >= 0) {
    const gap = text.slice(at).search(/[^\s\uFEFF]/u)
    if (gap < 0) return false
    const start = at + gap
    if (text.startsWith('<?', start)) at = endOf(text, '?>', start)
    else if (text.startsWith('<!--', start)) at = endOf(text, '-->', start)
    else if (/^<!doctype\s+(?:[\w-]+:)?svg\b/iu.test(text.slice(start, start + 60))) at = endOfDoctype(text, start)
    else return /^<(?:[\w-]{1,40}:)?svg[\s/>]/u.test(text.slice(start, start + 50))
  }
  return false
}

/** Behind the next `mark`; -1 where there is none. */
function endOf(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from)
  return found < 0 ? -1 : found + mark.length
}

/** A document type may declare entities in brackets, with `>` in them. */
function endOfDoctype(text: string, from: number): number {
  const end = endOf(text, '>', from)
  const bracket = text.indexOf('[', from)
  if (bracket < 0 || bracket > end) return end
  const closed = endOf(text, ']', bracket)
  return closed < 0 ? -1 : endOf(text, '>', closed)
}
