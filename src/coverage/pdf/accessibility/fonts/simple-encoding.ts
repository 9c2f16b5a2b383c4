import type {PDFDict} from '@cantoo/pdf-lib'
import {dictionaryAt, nameAt, numberAt} from '../file/entries.ts'
import type {CharacterMap} from '../../../fonts/character-map.ts'
import type {Sfnt} from './read-sfnt.ts'

/** The base encodings of ISO 32000-1, annex D, that are code pages too. */
const codePages: Readonly<Record<string, string>> = {WinAnsiEncoding: 'windows-1252', MacRomanEncoding: 'macintosh'}

/** Name of the encoding of a simple font, or of that which its dictionary is based on; empty when there is none. */
export const baseEncodingOf = (font: PDFDict): string =>
  nameAt(font, 'Encoding') || nameAt(encodingDictionaryOf(font), 'BaseEncoding')

/** The encoding of a font where it is not only named. */
export const encodingDictionaryOf = (font: PDFDict): PDFDict | undefined => dictionaryAt(font, 'Encoding')

export const isCodePage = (encoding: string): boolean => encoding in codePages

/** What a code means in an encoding; empty for one that it does not define. */
export function characterOf(code: number, encoding: string): string {
  const page = codePages[encoding]
  if (!page) return ''
  const character = new TextDecoder(page).decode(new Uint8Array([code]))
  return /\p{Cc}/u.test(character) ? '' : character
}

/** Bit 3 of the flags of a font descriptor (ISO 32000-1, table 123). */
export const isSymbolic = (descriptor: PDFDict | undefined): boolean => ((numberAt(descriptor, 'Flags') ?? 0) & 4) !== 0

const macCodes = new Map(
  Array.from({length: 256}, (_value, code) => [characterOf(code, 'MacRomanEncoding'), code] as const).filter(
    ([character]) => character !== '',
  ),
)

interface Parts {
  readonly program: Sfnt
  readonly descriptor: PDFDict | undefined
}

/**
 * Glyph of a code of a simple TrueType font (ISO 32000-1, 9.6.6.4); 0 when it cannot be found, absent when there is no map in
 * which to look.
 */
export function glyphOfSimple(code: number, font: PDFDict, {descriptor, program}: Parts): number | undefined {
  const mapOf = (platform: number, encoding: number) =>
    program.characterMaps.find((map) => map.platform === platform && map.encoding === encoding)
  const mac = mapOf(1, 0)
  if (isSymbolic(descriptor)) {
    const symbol = mapOf(3, 0)
    return firstGlyph([symbol, code], [symbol, 0xf000 + code], [mac, code])
  }
  const character = characterOf(code, baseEncodingOf(font))
  return firstGlyph([mapOf(3, 1), character.codePointAt(0)], [mac, macCodes.get(character)])
}

type LookUp = readonly [map: CharacterMap | undefined, code: number | undefined]

function firstGlyph(...lookUps: readonly LookUp[]): number | undefined {
  if (lookUps.every(([map]) => !map)) return undefined
  const glyphs = lookUps.map(([map, code]) => (map && code !== undefined ? map.glyphOf(code) : 0))
  return glyphs.find((glyph) => glyph > 0) ?? 0
}
