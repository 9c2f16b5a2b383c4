import type {PDFDict} from '@cantoo/pdf-lib'
import {codesOf, readEncoding, type Encoding} from './encoding.ts'

/** Pages, from 1, on which a character code first stands; absent when it stands nowhere. 0: in what belongs to no page. */
export interface CodeUse {
  inText?: number
  inFormula?: number
  /** In words of the text that are drawn: in no picture, and no artifact. */
  inProse?: number
  /** Where it is to be seen: not only in text that nothing of is drawn. */
  rendered?: number
}

export interface FontUse {
  readonly encoding: Encoding
  readonly codes: Map<number, CodeUse>
  /** The first page. */
  readonly page: number
}

interface Shown {
  readonly bytes: Uint8Array
  readonly font: PDFDict | undefined
  readonly mode: number
}

/** Takes down which codes of its font a shown string has. */
export function addCodes(
  fonts: Map<PDFDict, FontUse>,
  {bytes, font, mode}: Shown,
  place: {readonly page: number; readonly isInFormula: boolean; readonly isProse: boolean},
): void {
  if (!font) return
  const {isInFormula, isProse, page} = place
  const use = fonts.get(font) ?? {encoding: readEncoding(font), codes: new Map<number, CodeUse>(), page}
  fonts.set(font, use)
  for (const code of codesOf(bytes, use.encoding)) {
    const ofCode = use.codes.get(code) ?? {}
    use.codes.set(code, ofCode)
    if (isInFormula) ofCode.inFormula ??= page
    else ofCode.inText ??= page
    if (mode === 3) continue
    ofCode.rendered ??= page
    if (isProse) ofCode.inProse ??= page
  }
}
