import {append} from '../../../../model/append.ts'
/** A string of a content stream, and where what follows it begins. */
export interface ScannedString {
  readonly value: Uint8Array
  readonly end: number
}

/** From the bracket at `start` (ISO 32000-1, 7.3.4.3). Throws when it is not closed. */
export function readHexString(bytes: Uint8Array, start: number): ScannedString {
  const close = bytes.indexOf(0x3e, start)
  if (close < 0) throw new Error('A content stream ends within a string')
  const value = new Uint8Array((close - start) >> 1)
  let count = 0
  for (let at = start + 1; at < close; at++) {
    const digit = digitOf(bytes[at] ?? 0)
    if (digit < 0) continue
    value[count >> 1] = (value[count >> 1] ?? 0) | (count % 2 === 0 ? digit << 4 : digit)
    count++
  }
  return {value: value.subarray(0, (count + 1) >> 1), end: close + 1}
}

/** Of a hexadecimal digit; less than 0 for anything else. */
function digitOf(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const letter = byte | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
}

/** From the parenthesis at `start` (ISO 32000-1, 7.3.4.2). Throws when it is not closed. */
export function readLiteralString(bytes: Uint8Array, start: number): ScannedString {
  const value: number[] = []
  let depth = 1
  let at = start + 1
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0
    if (byte === 0x5c) {
      const escape = readEscape(bytes, at + 1)
      append(value, escape.value)
      at = escape.end
      continue
    }
    if (byte === 0x28) depth++
    if (byte === 0x29) depth--
    if (depth === 0) return {value: new Uint8Array(value), end: at + 1}
    value.push(byte)
    at++
  }
  throw new Error('A content stream ends within a string')
}

const escapes = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
])

/** After a backslash (ISO 32000-1, table 3): up to three octal digits, the end of a line, a letter, or the byte itself. */
function readEscape(bytes: Uint8Array, start: number): ScannedString {
  const rest = String.fromCharCode(...bytes.subarray(start, start + 3))
  const octal = /^[0-7]{1,3}/u.exec(rest)?.[0]
  if (octal) return {value: new Uint8Array([Number.parseInt(octal, 8) % 256]), end: start + octal.length}
  const lineEnd = /^(?:\r\n|\r|\n)/u.exec(rest)?.[0]
  if (lineEnd) return {value: new Uint8Array(), end: start + lineEnd.length}
  const letter = rest.charAt(0)
  return {value: new Uint8Array(Buffer.from(escapes.get(letter) ?? letter, 'latin1')), end: start + 1}
}
