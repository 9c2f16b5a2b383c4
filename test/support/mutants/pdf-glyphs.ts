/** A glyph that is shown, and where its code stands in the page's content. */
export interface Glyph {
  readonly character: string
  readonly font: string
  readonly start: number
  readonly end: number
}

/** Skia shows text in strings of codes of four digits: `/F4 14 Tf … <0285> Tj`. */
export function readGlyphs(
  body: string,
  offset: number,
  fonts: ReadonlyMap<string, ReadonlyMap<string, string>>,
): Glyph[] {
  const glyphs: Glyph[] = []
  let font = ''
  for (const match of body.matchAll(/\/(?<name>\S+) [\d.]+ Tf|<(?<codes>(?:[0-9A-F]{4})+)> Tj/gu)) {
    const {codes = '', name} = match.groups ?? {}
    if (name) font = name
    for (let at = 0; at < codes.length; at += 4) {
      const start = offset + match.index + 1 + at
      glyphs.push({character: fonts.get(font)?.get(codes.slice(at, at + 4)) ?? '', font, start, end: start + 4})
    }
  }
  return glyphs
}

/** Characters by code, from a ToUnicode table. */
export function readToUnicode(table: string): Map<string, string> {
  const characters = new Map<string, string>()
  for (const [, list = ''] of table.matchAll(/beginbfchar(?<list>[\s\S]*?)endbfchar/gu))
    for (const [, code = '', text = ''] of list.matchAll(/<(?<code>[0-9A-F]+)>\s*<(?<text>[0-9A-F]+)>/gu))
      characters.set(code, fromHex(text))
  for (const [, list = ''] of table.matchAll(/beginbfrange(?<list>[\s\S]*?)endbfrange/gu))
    for (const [, first = '', last = '', text = ''] of list.matchAll(
      /<(?<first>[0-9A-F]+)>\s*<(?<last>[0-9A-F]+)>\s*<(?<text>[0-9A-F]+)>/gu,
    ))
      for (let code = Number.parseInt(first, 16); code <= Number.parseInt(last, 16); code++) {
        const unit = Number.parseInt(text.slice(-4), 16) + code - Number.parseInt(first, 16)
        characters.set(hex(code), fromHex(text.slice(0, -4) + hex(unit)))
      }
  return characters
}

export const hex = (number: number): string => number.toString(16).toUpperCase().padStart(4, '0')

/** UTF-16, big end first. */
const fromHex = (text: string) => Buffer.from(text, 'hex').swap16().toString('utf16le')
