import {Blob as FontBlob, Face} from 'harfbuzzjs'
import subsetFont from 'subset-font'
import {limits} from '../diagnostics/limits.ts'
import {assertBearableWoff} from './assert-bearable-woff.ts'
import type {FontFacts} from './font-facts.ts'
import {fontFormat} from './font-format.ts'

/** Two letters, and characters that every Chinese font has, traditional ones too. */
const sample = 'Aa一人'

/** Names by their number (OpenType 1.9.1, `name`). */
const names = {
  copyright: 0,
  family: 1,
  subfamily: 2,
  licence: 13,
  licenceUrl: 14,
  typographicFamily: 16,
  typographicSubfamily: 17,
} as const

/** Runs in a thread: fonts of courses are untrusted. Whatever packs a font, HarfBuzz unpacks it to a small TrueType font with its facts. */
export function open(): (contents: Uint8Array) => Promise<FontFacts> {
  return async (contents) => {
    if (fontFormat(contents) === 'woff') assertBearableWoff(contents, limits.fontBytes.most)
    const options = {targetFormat: 'truetype', preserveNameIds: Object.values(names)} as const
    const small = await subsetFont(Buffer.from(contents), sample, options)
    return factsOf(new Face(new FontBlob(new Uint8Array(small))))
  }
}

function factsOf(face: Face): FontFacts {
  const codes = new Set(face.collectUnicodes())
  const texts = textsOf(face)
  const look = texts(names.typographicSubfamily) || texts(names.subfamily)
  return {
    family: texts(names.typographicFamily) || texts(names.family),
    ...lookOf(face, look),
    axes: face.getAxisInfos(),
    fsType: numberAt(face, 'OS/2', 8),
    notices: [names.copyright, names.licence, names.licenceUrl].map((id) => texts(id)).filter(Boolean),
    hasHan: codes.has(sample.codePointAt(2) ?? 0),
    hasOutlines: ['glyf', 'CFF ', 'CFF2'].some((tag) => face.referenceTable(tag) !== undefined),
  }
}

function textsOf(face: Face): (id: number) => string {
  const listed = face.listNames()
  return (id) => {
    const own = listed.filter(({nameId}) => nameId === id)
    const {language} = own.find((one) => one.language.startsWith('en')) ?? own[0] ?? {}
    return language === undefined ? '' : face.getName(id, language).trim()
  }
}

/** `usWeightClass` and `fsSelection` of `OS/2`, `macStyle` of `head`, and the name: some fonts say it in one of them alone. */
function lookOf(face: Face, name: string): Pick<FontFacts, 'style' | 'weight'> {
  const [macStyle, selection] = [numberAt(face, 'head', 44), numberAt(face, 'OS/2', 62)]
  const isBold = (selection & 0x20) !== 0 || (macStyle & 1) !== 0 || /^bold\b/iu.test(name)
  const isItalic = (selection & 0x201) !== 0 || (macStyle & 2) !== 0 || /\b(?:italic|oblique)\b/iu.test(name)
  const weight = usualWeight(numberAt(face, 'OS/2', 4))
  // Bold ones of families with two weights may bear that of the regular one.
  return {weight: isBold && weight < 600 ? 700 : weight, style: isItalic ? 'italic' : 'normal'}
}

/** 1 to 1000; old fonts count from 1 to 9. */
function usualWeight(stated: number): number {
  if (stated === 0) return 400
  return stated < 10 ? stated * 100 : Math.min(stated, 1000)
}

/** Of two bytes; 0 where the table is missing or shorter. */
function numberAt(face: Face, tag: string, offset: number): number {
  const table = face.referenceTable(tag)
  return ((table?.[offset] ?? 0) << 8) | (table?.[offset + 1] ?? 0)
}
