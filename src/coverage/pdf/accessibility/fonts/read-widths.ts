import {PDFArray, PDFNumber, type PDFDict} from '@cantoo/pdf-lib'
import {elementsAt, elementsOf, numberAt} from '../file/entries.ts'

/** Widths by character code, in thousandths of the em, as a font dictionary has them (ISO 32000-1, 9.2.4 and 9.7.4.3). */
export function readWidths(
  font: PDFDict,
  descendant: PDFDict | undefined,
  cidOf: (code: number) => number | undefined,
): (code: number) => number {
  if (descendant) {
    const widths = widthsByCid(descendant)
    const standard = numberAt(descendant, 'DW') ?? 1000
    return (code) => widths.get(cidOf(code) ?? 0) ?? standard
  }
  const first = numberAt(font, 'FirstChar') ?? 0
  const widths = elementsAt(font, 'Widths').map((width) => (width instanceof PDFNumber ? width.asNumber() : 0))
  return (code) => widths[code - first] ?? 0
}

/** `W`: a first CID and the widths from there on, or a first, a last and the width of them all. */
function widthsByCid(descendant: PDFDict): Map<number, number> {
  const widths = new Map<number, number>()
  const parts = elementsAt(descendant, 'W')
  const numberOf = (index: number) => {
    const part = parts[index]
    return part instanceof PDFNumber ? part.asNumber() : 0
  }
  for (let index = 0; index + 1 < parts.length;) {
    const first = numberOf(index)
    const next = parts[index + 1]
    if (next instanceof PDFArray) {
      for (const [offset, width] of elementsOf(next).entries()) {
        if (width instanceof PDFNumber) widths.set(first + offset, width.asNumber())
      }
      index += 2
    } else {
      for (let cid = first; cid <= Math.min(numberOf(index + 1), 65_535); cid++) widths.set(cid, numberOf(index + 2))
      index += 3
    }
  }
  return widths
}
