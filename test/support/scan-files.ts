import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {inflateSync} from 'node:zlib'
import {unzipSync} from 'fflate'
import {Blob as FontBlob, Face} from 'harfbuzzjs'
import * as mupdf from 'mupdf'
import subsetFont from 'subset-font'

/** Everything that can be read out of finished files, by a reader that shares nothing with the program's own. */
export interface Scan {
  /** By the file and the part of it. */
  readonly texts: ReadonlyMap<string, string>
  readonly fonts: ReadonlyMap<string, Uint8Array>
}

/** Files below a folder that `isWanted` by their path there. */
export function filesBelow(folder: string, isWanted: (name: string) => boolean): Map<string, Uint8Array> {
  const entries = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile())
  const names = entries.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
  return new Map(names.filter(isWanted).map((name) => [name, new Uint8Array(readFileSync(path.join(folder, name)))]))
}

/** Names, bytes, what zips and compressed streams hold, and what PDFs say and name. */
export function scanFiles(files: ReadonlyMap<string, Uint8Array>): Scan {
  const texts = new Map<string, string>()
  const fonts = new Map<string, Uint8Array>()
  for (const [name, bytes] of files) scanOne(name, bytes, {texts, fonts})
  return {texts, fonts}
}

interface Found {
  readonly texts: Map<string, string>
  readonly fonts: Map<string, Uint8Array>
}

function scanOne(name: string, bytes: Uint8Array, found: Found): void {
  const {fonts, texts} = found
  const latin = Buffer.from(bytes).toString('latin1')
  texts.set(name, `${name}\n${latin}\n${Buffer.from(bytes).toString('utf8')}\n${utf16(bytes)}`)
  if (latin.startsWith('PK')) {
    for (const [inner, contents] of Object.entries(unzipSync(bytes))) scanOne(`${name}!${inner}`, contents, found)
  }
  if (latin.startsWith('%PDF')) scanPdf(name, bytes, found)
  if (isFont(latin)) fonts.set(name, bytes)
  let count = 0
  for (const {groups} of latin.matchAll(/base64,(?<data>[\w+/=]{8,})/gu)) {
    scanOne(`${name}!data${count++}`, new Uint8Array(Buffer.from(groups?.['data'] ?? '', 'base64')), found)
  }
}

const isFont = (latin: string) => ['wOF2', 'OTTO', 'true', '\0\u0001\0\0'].some((mark) => latin.startsWith(mark))

const utf16 = (bytes: Uint8Array) =>
  Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)))
    .swap16()
    .toString('utf16le')

function scanPdf(name: string, bytes: Uint8Array, {fonts, texts}: Found): void {
  const document = mupdf.Document.openDocument(bytes, 'application/pdf')
  const pages = Array.from({length: document.countPages()}, (_, index) =>
    document.loadPage(index).toStructuredText('preserve-whitespace').asText(),
  )
  const outline = JSON.stringify(document.loadOutline())
  texts.set(`${name}!pages`, [...pages, outline].join('\n'))
  const pdf = document.asPDF()
  const count = pdf?.countObjects() ?? 0
  for (let number = 1; number < count; number++) {
    const object = pdf?.newIndirect(number)
    texts.set(`${name}!${number}`, object?.resolve().toString(true) ?? '')
    if (!object?.isStream()) continue
    const contents = object.readStream().asUint8Array()
    const latin = Buffer.from(contents).toString('latin1')
    texts.set(`${name}!${number}!stream`, `${latin}\n${utf16(contents)}`)
    if (isFont(latin)) fonts.set(`${name}!${number}`, new Uint8Array(contents))
  }
  let stream = 0
  const raw = Buffer.from(bytes)
  for (let at = raw.indexOf('stream\n'); at >= 0; at = raw.indexOf('stream\n', at + 7)) {
    try {
      texts.set(`${name}!raw${stream++}`, inflateSync(raw.subarray(at + 7)).toString('latin1'))
    } catch {
      // The end of a stream is found as well.
    }
  }
}

/** Where a text stands, in what its bytes say in any of these writings. */
export const placesOf = ({texts}: Scan, wanted: string): string[] =>
  [...texts].flatMap(([place, text]) => (text.includes(wanted) ? [place] : []))

/** The fonts that have a glyph for a character. */
export async function fontsWith({fonts}: Scan, character: string): Promise<string[]> {
  const found = await Promise.all(
    [...fonts].map(async ([place, font]) => {
      const isWoff = Buffer.from(font.subarray(0, 4)).toString('latin1') === 'wOF2'
      const plain = isWoff ? await subsetFont(Buffer.from(font), character, {targetFormat: 'truetype'}) : font
      return new Face(new FontBlob(plain)).collectUnicodes().includes(character.codePointAt(0) ?? 0) ? [place] : []
    }),
  )
  return found.flat()
}
