import {PDFArray, PDFDict, PDFName, PDFNumber, PDFRef, type PDFContext, type PDFObject} from '@cantoo/pdf-lib'

/** Reading and changing the structure tree of a PDF (PDF 1.7, 14.7). */

export const roleOf = (element: PDFDict): string => element.lookupMaybe(PDFName.of('S'), PDFName)?.decodeText() ?? ''

export const setRole = (element: PDFDict, role: string): void => element.set(PDFName.of('S'), PDFName.of(role))

/** What `K` holds, as it stands there: references to elements, numbers of marked content, dictionaries. */
export function kidsOf(element: PDFDict): PDFObject[] {
  const kids = element.get(PDFName.of('K'))
  const found = kids instanceof PDFRef ? element.context.lookup(kids) : kids
  if (found instanceof PDFArray) return found.asArray()
  return kids ? [kids] : []
}

export function setKids(element: PDFDict, kids: readonly PDFObject[]): void {
  const {context} = element
  if (kids.length === 0) element.delete(PDFName.of('K'))
  else element.set(PDFName.of('K'), kids.length === 1 && kids[0] ? kids[0] : context.obj([...kids]))
}

/** The element that a kid is; `undefined` for marked content and objects. */
export function elementOf(kid: PDFObject, context: PDFContext): PDFDict | undefined {
  const found = kid instanceof PDFRef ? context.lookup(kid) : kid
  return found instanceof PDFDict && found.has(PDFName.of('S')) ? found : undefined
}

/** The elements below one with what refers to them, outermost first; itself not among them. */
export function* elementsBelow(element: PDFDict): Generator<{element: PDFDict; ref: PDFObject}> {
  for (const kid of kidsOf(element)) {
    const inner = elementOf(kid, element.context)
    if (inner) {
      yield {element: inner, ref: kid}
      yield* elementsBelow(inner)
    }
  }
}

/** Whether an element or one around it has one of some roles. */
export function isWithin(element: PDFDict | undefined, roles: readonly string[]): boolean {
  for (let one = element; one; one = one.lookupMaybe(PDFName.of('P'), PDFDict)) {
    if (roles.includes(roleOf(one))) return true
  }
  return false
}

/** The entries of a number tree (PDF 1.7, 7.9.7). */
export function* numberTree(node: PDFDict): Generator<[number, PDFObject]> {
  const entries = node.lookupMaybe(PDFName.of('Nums'), PDFArray)?.asArray() ?? []
  for (let index = 0; index + 1 < entries.length; index += 2) {
    const [key, value] = entries.slice(index, index + 2)
    if (key instanceof PDFNumber && value) yield [key.asNumber(), value]
  }
  const kids = node.lookupMaybe(PDFName.of('Kids'), PDFArray)
  for (let index = 0; index < (kids?.size() ?? 0); index++) {
    const kid = kids?.lookup(index)
    if (kid instanceof PDFDict) yield* numberTree(kid)
  }
}
