/**
 * Makes the bytes of a PDF depend on its content alone: the clock and Chromium's per-process node counters are written
 * over in place, with the same length, so that no offset moves.
 */
export function fixDates(pdf: Uint8Array, modified: string): Uint8Array {
  const buffer = Buffer.from(pdf)
  const text = buffer.toString('latin1')
  const stamp = `D:${modified.replaceAll(/\D/gu, '').slice(0, 14)}+00'00'`
  for (const match of text.matchAll(/\/(?:CreationDate|ModDate) \((?<date>D:[^)]*)\)/gu)) {
    const date = match.groups?.['date'] ?? ''
    if (date.length === stamp.length) buffer.write(stamp, match.index + match[0].indexOf('D:'), 'latin1')
  }
  rewriteNodeIds(text, buffer)
  return new Uint8Array(buffer)
}

/** `/ID (node00000123)` of table cells, and `/Headers` that name them, by their rank in the file. */
function rewriteNodeIds(text: string, buffer: Buffer): void {
  const ranks = new Map<string, number>()
  for (const match of text.matchAll(/\(node(?<number>\d+)\)/gu)) {
    const digits = match.groups?.['number'] ?? ''
    const rank = ranks.get(digits) ?? ranks.size + 1
    ranks.set(digits, rank)
    buffer.write(String(rank).padStart(digits.length, '0'), match.index + '(node'.length, 'latin1')
  }
}
