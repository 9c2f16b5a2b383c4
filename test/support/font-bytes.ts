import {readFileSync} from 'node:fs'
import subsetFont from 'subset-font'
import {readTables, replaceTables} from './sfnt.ts'

/** Fonts that packages bring, under open licences. */
export const fontPaths = {
  /** TrueType, Latin. */
  regular: 'node_modules/pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf',
  bold: 'node_modules/pdfjs-dist/standard_fonts/LiberationSans-Bold.ttf',
  italic: 'node_modules/pdfjs-dist/standard_fonts/LiberationSans-Italic.ttf',
  woff: 'node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff',
  woffBold: 'node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-700-normal.woff',
  /** Chinese. */
  woff2: 'node_modules/@fontsource/noto-serif-sc/files/noto-serif-sc-chinese-simplified-400-normal.woff2',
  /** With CFF outlines. */
  cff: 'node_modules/@mathjax/mathjax-newcm-font/chtml/woff2/mjx-ncm-n.woff2',
} as const

export const fontBytes = (name: keyof typeof fontPaths): Uint8Array => new Uint8Array(readFileSync(fontPaths[name]))

/** A TrueType font whose `OS/2` table has another number at an offset. */
function withOs2(font: Uint8Array, offset: number, value: number): Uint8Array {
  const table = Buffer.from(readTables(font)['OS/2'] ?? [])
  table.writeUInt16BE(value, offset)
  return replaceTables(font, {'OS/2': new Uint8Array(table)})
}

/** A TrueType font with other licence bits. */
export const withFsType = (font: Uint8Array, fsType: number): Uint8Array => withOs2(font, 8, fsType)

/** A TrueType font with another `usWeightClass`. */
export const withWeight = (font: Uint8Array, weight: number): Uint8Array => withOs2(font, 4, weight)

/** A TrueType font that says it varies in weight (OpenType 1.9.1, `fvar`), though none of its outlines does. */
export function withWeightAxis(font: Uint8Array, [min, usual, max]: readonly [number, number, number]): Uint8Array {
  const fvar = Buffer.alloc(36)
  for (const [index, value] of [1, 0, 16, 2, 1, 20, 0, 8].entries()) fvar.writeUInt16BE(value, index * 2)
  fvar.write('wght', 16, 'latin1')
  for (const [index, value] of [min, usual, max].entries()) fvar.writeInt32BE(value * 65_536, 20 + index * 4)
  fvar.writeUInt16BE(256, 34)
  return replaceTables(font, {fvar: new Uint8Array(fvar)})
}

/** The printable part of ASCII with CFF outlines, as an `.otf` file. */
export async function cffFont(): Promise<Uint8Array> {
  const ascii = String.fromCharCode(...Array.from({length: 95}, (_value, index) => index + 32))
  return new Uint8Array(await subsetFont(Buffer.from(fontBytes('cff')), ascii, {targetFormat: 'truetype'}))
}
