import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib'

/** A font whose codes are its glyphs, to which codes can be added that say something else than those. */
export interface ClusterFont {
  /** Codes for the glyphs of other codes that say a text together, the same for the same; `undefined` where the font has no room or need. */
  readonly codesFor: (codes: readonly string[], text: string) => readonly string[] | undefined
  /** Writes the codes that were added into the font. */
  readonly write: () => void
}

/** Says nothing, where a cluster has more glyphs than characters: PDF/UA-1 asks for a character (7.21.7), and readers pass over this. */
const nothing = '\u2060'

/** Chromium's fonts: Type 0, Identity-H, TrueType outlines that go by their glyphs; `undefined` for any other. */
export function openClusterFont(font: PDFDict): ClusterFont | undefined {
  const parts = partsOf(font)
  if (!parts) return undefined
  const {context} = font
  const {descendant, glyphs, map} = parts
  const said = textsOf(map)
  const clusters = new Map<string, readonly string[]>()
  const added: {readonly code: string; readonly glyph: string; readonly text: string}[] = []

  function codesFor(codes: readonly string[], text: string): readonly string[] | undefined {
    const texts = codes.map((code) => said.get(code))
    const isMapped = !texts.includes(undefined)
    if (codes.length === 0 || (isMapped && (codes.length === 1 || texts.join('') === text))) return undefined
    const key = `${text} ${codes.join(' ')}`
    const known = clusters.get(key)
    if (known) return known
    if (glyphs + added.length + codes.length > 0xffff) return undefined
    const shares = share(text, codes.length)
    const made = codes.map((glyph, index) => {
      const code = codeOf(glyphs + added.length)
      added.push({code, glyph, text: shares[index] || nothing})
      return code
    })
    clusters.set(key, made)
    return made
  }

  function write(): void {
    if (added.length === 0) return
    const identity = Array.from({length: glyphs}, (_value, glyph) => codeOf(glyph))
    const all = [...identity, ...added.map(({glyph}) => glyph)].join('')
    descendant.set(PDFName.of('CIDToGIDMap'), context.register(context.flateStream(Buffer.from(all, 'hex'))))
    addWidths(
      descendant,
      glyphs,
      added.map(({glyph}) => glyph),
    )
    const saying = withTexts(map, added)
    font.set(PDFName.of('ToUnicode'), context.register(context.flateStream(Buffer.from(saying, 'latin1'))))
  }
  return {codesFor, write}
}

interface Parts {
  readonly descendant: PDFDict
  /** How many the font has. */
  readonly glyphs: number
  /** Its ToUnicode. */
  readonly map: string
}

function partsOf(font: PDFDict): Parts | undefined {
  const map = font.lookup(PDFName.of('ToUnicode'))
  const descendant = font.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.lookup(0)
  const hasIdentity = font.get(PDFName.of('Encoding')) === PDFName.of('Identity-H')
  if (!hasIdentity || !(map instanceof PDFRawStream) || !(descendant instanceof PDFDict)) return undefined
  if (descendant.get(PDFName.of('CIDToGIDMap')) !== PDFName.of('Identity')) return undefined
  const descriptor = descendant.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict)
  const program = descriptor?.lookup(PDFName.of('FontFile2'))
  const glyphs = program instanceof PDFRawStream ? countGlyphs(decodePDFRawStream(program).decode()) : 0
  return glyphs > 0 ? {descendant, glyphs, map: textOf(map)} : undefined
}

const textOf = (stream: PDFRawStream) => Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')

/** `maxp`, numGlyphs (ISO/IEC 14496-22, 5.2.6); 0 where there is none. */
function countGlyphs(program: Uint8Array): number {
  const view = new DataView(program.buffer, program.byteOffset, program.byteLength)
  for (let table = 0; table < view.getUint16(4); table++) {
    const at = 12 + table * 16
    if (view.getUint32(at) === 0x6d_61_78_70) return view.getUint16(view.getUint32(at + 8) + 4)
  }
  return 0
}

const codeOf = (number: number) => number.toString(16).toUpperCase().padStart(4, '0')

/** The text in as many parts: a character each, and what is left in the last. */
function share(text: string, count: number): string[] {
  const characters = Array.from(text)
  return Array.from({length: count}, (_value, index) =>
    index < count - 1 ? (characters[index] ?? '') : characters.slice(index).join(''),
  )
}

/** What a CMap says of codes; of those that it maps to U+0000, nothing. */
function textsOf(map: string): Map<string, string> {
  const texts = new Map<string, string>()
  const say = (code: number, text: string) => {
    if (text !== '\0') texts.set(codeOf(code), text)
  }
  for (const {0: block} of map.matchAll(/beginbfchar.*?endbfchar/gsu))
    for (const {groups} of block.matchAll(/<(?<code>[\dA-F]+)>\s*<(?<text>[\dA-F]+)>/giu))
      say(numberIn(groups?.['code']), textIn(groups?.['text']))
  for (const {0: block} of map.matchAll(/beginbfrange.*?endbfrange/gsu))
    for (const {groups} of block.matchAll(/<(?<low>[\dA-F]+)>\s*<(?<high>[\dA-F]+)>\s*<(?<text>[\dA-F]+)>/giu)) {
      const [low, high] = [numberIn(groups?.['low']), numberIn(groups?.['high'])]
      const first = textIn(groups?.['text'])
      const [kept, last] = [first.slice(0, -1), first.charCodeAt(first.length - 1)]
      for (let code = low; code <= high; code++) say(code, kept + String.fromCharCode(last + code - low))
    }
  return texts
}

const numberIn = (hex = '') => Number.parseInt(hex, 16)
const textIn = (hex = '') => Buffer.from(hex, 'hex').swap16().toString('utf16le')

/** A CMap that says something of more codes, in blocks of no more than a hundred (Adobe Technical Note 5411). */
function withTexts(map: string, added: readonly {readonly code: string; readonly text: string}[]): string {
  const entries = added.map(({code, text}) => `<${code}> <${inUtf16(text)}>`)
  const blocks: string[] = []
  for (let at = 0; at < entries.length; at += 100) {
    const block = entries.slice(at, at + 100)
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`)
  }
  // A code that says U+0000 is used no more, or is one of a glyph that says nothing.
  const silent = map.replaceAll(/(?<=beginbfchar(?:(?!endbfchar).)*<[\dA-F]{4}>\s*)<0000>/gisu, `<${inUtf16(nothing)}>`)
  return silent.replace('endcmap', `${blocks.join('')}endcmap`)
}

const inUtf16 = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()

/** New codes from `first` on are as wide as the glyphs that they show. */
function addWidths(descendant: PDFDict, first: number, glyphs: readonly string[]): void {
  const {context} = descendant
  const widths = descendant.lookupMaybe(PDFName.of('W'), PDFArray)
  const standard = descendant.lookupMaybe(PDFName.of('DW'), PDFNumber)?.asNumber() ?? 1000
  const known = new Map(widthsOf(widths?.asArray() ?? [], context))
  const own = context.obj(glyphs.map((glyph) => known.get(numberIn(glyph)) ?? standard))
  descendant.set(PDFName.of('W'), context.obj([...(widths?.asArray() ?? []), PDFNumber.of(first), own]))
}

/** `c [w …]` and `first last w` (ISO 32000-1, 9.7.4.3). */
function* widthsOf(
  entries: readonly PDFObject[],
  context: PDFContext,
): Generator<readonly [code: number, width: number]> {
  for (let at = 0; at < entries.length;) {
    const [code, next, width] = entries.slice(at, at + 3).map((entry) => context.lookup(entry) ?? entry)
    const from = code instanceof PDFNumber ? code.asNumber() : 0
    if (next instanceof PDFArray) {
      for (const [index, one] of next.asArray().entries())
        if (one instanceof PDFNumber) yield [from + index, one.asNumber()]
      at += 2
      continue
    }
    if (next instanceof PDFNumber && width instanceof PDFNumber)
      for (let one = from; one <= next.asNumber(); one++) yield [one, width.asNumber()]
    at += 3
  }
}
