import type {Finding} from '../finding.ts'
import type {PdfFont} from './read-font.ts'
import {baseEncodingOf, isCodePage, isSymbolic} from './simple-encoding.ts'

/** Whether a font says what its codes mean, so that one of which it says nothing is a gap. */
export const mapsCodes = ({descriptor, dictionary, toUnicode, type}: PdfFont): boolean =>
  toUnicode !== undefined || (type === 'TrueType' && !isSymbolic(descriptor) && isCodePage(baseEncodingOf(dictionary)))

/** Codes that mean nothing, of those that stand in text or in formulas. */
export function* unmappedCodes(fonts: readonly PdfFont[], place: 'inText' | 'inFormula'): Generator<Finding> {
  for (const font of fonts.filter((one) => mapsCodes(one))) {
    for (const [code, use] of font.use.codes) {
      const page = use[place]
      if (page !== undefined && font.textOf(code) === '') yield {page, detail: `${font.name} ${hexOf(code)}`}
    }
  }
}

export const hexOf = (code: number): string => `<${code.toString(16).padStart(4, '0')}>`
