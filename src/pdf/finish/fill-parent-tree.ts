import {PDFArray, PDFDict, PDFName, PDFNumber, PDFRef, type PDFContext, type PDFObject} from '@cantoo/pdf-lib'
import {elementsBelow, kidsOf, numberTree} from './structure.ts'

/**
 * Makes the parent tree say of all marked content, and of all annotations, in which element they are now (PDF 1.7, 14.7.4.4).
 */
export function fillParentTree(root: PDFDict): void {
  const {context} = root
  const tree = root.lookupMaybe(PDFName.of('ParentTree'), PDFDict)
  if (!tree) return
  const entries = new Map(numberTree(tree))
  const annotations = new Map<number, PDFObject>()
  for (const {element, ref} of elementsBelow(root)) {
    for (const kid of kidsOf(element)) {
      const content = contentOf(kid, element)
      const key = content?.page && numberIn(resolve(content.page, context), 'StructParents')
      const elements = key === undefined ? undefined : resolve(entries.get(key), context)
      if (content && elements instanceof PDFArray) elements.set(content.number, ref)
      const annotation = numberIn(objectOf(kid, context), 'StructParent')
      if (annotation !== undefined) annotations.set(annotation, ref)
    }
  }
  for (const [key, ref] of annotations) setEntry(tree, key, ref)
}

const resolve = (object: PDFObject | undefined, context: PDFContext) =>
  object instanceof PDFRef ? context.lookup(object) : object

function numberIn(object: PDFObject | undefined, name: string): number | undefined {
  return object instanceof PDFDict ? object.lookupMaybe(PDFName.of(name), PDFNumber)?.asNumber() : undefined
}

/** Marked content that a kid is, and its page; `undefined` for anything else. */
function contentOf(kid: PDFObject, element: PDFDict) {
  const own = element.get(PDFName.of('Pg'))
  if (kid instanceof PDFNumber) return {number: kid.asNumber(), page: own}
  const found = resolve(kid, element.context)
  // What a form object holds is in that object's own entry, which nothing here has changed.
  const isInForm = found instanceof PDFDict && found.has(PDFName.of('Stm'))
  const number = isInForm ? undefined : numberIn(found, 'MCID')
  return found instanceof PDFDict && number !== undefined
    ? {number, page: found.get(PDFName.of('Pg')) ?? own}
    : undefined
}

/** The object that a kid refers to (`OBJR`): an annotation. */
function objectOf(kid: PDFObject, context: PDFContext): PDFObject | undefined {
  const found = resolve(kid, context)
  const isReference = found instanceof PDFDict && found.get(PDFName.of('Type')) === PDFName.of('OBJR')
  return isReference ? found.lookup(PDFName.of('Obj')) : undefined
}

/** Gives an entry that is in a number tree another value. */
function setEntry(node: PDFDict, key: number, value: PDFObject): void {
  const numbers = node.lookupMaybe(PDFName.of('Nums'), PDFArray)
  const place = numbers?.asArray().findIndex((entry, index) => {
    return index % 2 === 0 && entry instanceof PDFNumber && entry.asNumber() === key
  })
  if (numbers && place !== undefined && place >= 0) numbers.set(place + 1, value)
  for (const kid of node.lookupMaybe(PDFName.of('Kids'), PDFArray)?.asArray() ?? []) {
    const inner = resolve(kid, node.context)
    if (inner instanceof PDFDict) setEntry(inner, key, value)
  }
}
