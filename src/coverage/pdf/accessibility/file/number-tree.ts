import {PDFNumber, type PDFDict, type PDFObject} from '@cantoo/pdf-lib'
import {dictionariesAt, elementsAt} from './entries.ts'
import {append} from '../../../../model/append.ts'

/** The entries of a number tree (ISO 32000-1, 7.9.7). A node that is part of itself is read once. */
export function readNumberTree(root: PDFDict | undefined): Map<number, PDFObject> {
  const entries = new Map<number, PDFObject>()
  const seen = new Set<PDFDict>()
  const open = root ? [root] : []
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (seen.has(node)) continue
    seen.add(node)
    const pairs = elementsAt(node, 'Nums')
    for (let index = 0; index + 1 < pairs.length; index += 2) {
      const [key, value] = [pairs[index], pairs[index + 1]]
      if (key instanceof PDFNumber && value !== undefined) entries.set(key.asNumber(), value)
    }
    append(open, dictionariesAt(node, 'Kids'))
  }
  return entries
}
