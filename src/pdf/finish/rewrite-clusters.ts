import {PDFHexString, PDFString} from '@cantoo/pdf-lib'

/** The codes that are shown in place of others, as many, when these are a cluster with a text; `undefined` where they stay. */
export type CodesOf = (font: string, codes: readonly string[], text: string) => readonly string[] | undefined

const beginsCluster = /^\/Span\s?<<\s?\/ActualText (?:<(?<hex>[^>]*)>|\((?<literal>.*)\)) >> BDC$/su
const setsFont = /^\/(?<name>\S+) [\d.]+ Tf$/u
const shows = /T[jJ]$/u
const strings = /<(?<codes>[\dA-Fa-f]+)>/gu

/**
 * The content of a page with other codes for its clusters: what Skia shows as one text, `/Span <</ActualText …>> BDC` to `EMC`, since its glyphs are
 * not one for each character. Codes have four hexadecimal digits.
 */
export function rewriteClusters(content: string, codesOf: CodesOf): string {
  const lines = content.split('\n')
  let font = ''
  for (let index = 0; index < lines.length; index++) {
    font = fontOf(lines[index]) ?? font
    const text = textOf(lines[index] ?? '')
    const end = text === undefined ? -1 : lines.indexOf('EMC', index)
    if (text === undefined || end < 0) continue
    const span = lines.slice(index, end)
    const ofSpan = span.flatMap((line) => fontOf(line) ?? [])
    // A cluster is in one font.
    if (new Set(ofSpan).size > 1) continue
    const codes = span.flatMap((line) => codesIn(line))
    const others = codesOf(ofSpan[0] ?? font, codes, text)
    if (others) replaceCodes(lines, {index, end}, others)
  }
  return lines.join('\n')
}

const fontOf = (line: string | undefined) => setsFont.exec(line ?? '')?.groups?.['name']

function textOf(line: string): string | undefined {
  const {hex, literal} = beginsCluster.exec(line)?.groups ?? {}
  if (hex !== undefined) return PDFHexString.of(hex).decodeText()
  return literal === undefined ? undefined : PDFString.of(literal).decodeText()
}

const codesIn = (line: string): string[] =>
  shows.test(line) ? Array.from(line.matchAll(strings), ({groups}) => inCodes(groups?.['codes'] ?? '')).flat() : []

const inCodes = (hex: string) => hex.toUpperCase().match(/.{4}/gu) ?? []

function replaceCodes(lines: string[], {end, index}: {index: number; end: number}, others: readonly string[]): void {
  let next = 0
  for (let at = index; at < end; at++) {
    const line = lines[at] ?? ''
    if (!shows.test(line)) continue
    lines[at] = line.replaceAll(strings, (_string, hex: string) => {
      const count = inCodes(hex).length
      next += count
      return `<${others.slice(next - count, next).join('')}>`
    })
  }
}
