import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFNull,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  type PDFDocument,
  type PDFObject,
  type PDFPage,
} from '@cantoo/pdf-lib'
import type {TellPart} from '../../model/progress.ts'
import {markArtifacts} from './mark-artifacts.ts'
import {elementOf, isWithin, kidsOf, numberTree, roleOf, setKids} from './structure.ts'

/** Heights of the margins of a sheet in mm, of what lies outside of the cut as well; text in them is a running head or folio. */
export interface SheetMargins {
  readonly top: number
  readonly bottom: number
}

const pointsPerMm = 72 / 25.4

/** Marks the artifacts of every page, and takes decoration out of the structure tree `root`. */
export function mendPages(
  document: PDFDocument,
  root: PDFDict,
  {margins, tell}: {readonly margins: SheetMargins; readonly tell: TellPart},
): void {
  const tree = root.lookupMaybe(PDFName.of('ParentTree'), PDFDict)
  const parents = new Map(tree ? numberTree(tree) : [])
  const pages = document.getPages()
  for (const [index, page] of pages.entries()) {
    tell({name: 'finish', done: index + 1, total: pages.length})
    const key = page.node.lookupMaybe(PDFName.of('StructParents'), PDFNumber)?.asNumber()
    const entry = key === undefined ? undefined : resolve(parents.get(key), document)
    const elements = entry instanceof PDFArray ? entry : undefined
    mendPage(page, elements, margins)
  }
}

const resolve = (object: PDFObject | undefined, {context}: PDFDocument) =>
  object instanceof PDFRef ? context.lookup(object) : object

function mendPage(page: PDFPage, elements: PDFArray | undefined, {bottom, top}: SheetMargins): void {
  const {context} = page.doc
  page.node.set(PDFName.of('Tabs'), PDFName.of('S'))
  const old = page.node.get(PDFName.of('Contents'))
  const contents = page.node.lookup(PDFName.of('Contents'))
  if (!(contents instanceof PDFRawStream)) return
  const elementAt = (number: number) => {
    const element = elements?.lookup(number)
    return element instanceof PDFDict ? element : undefined
  }
  const source = Buffer.from(decodePDFRawStream(contents).decode()).toString('latin1')
  const objects = page.node.Resources()?.lookupMaybe(PDFName.of('XObject'), PDFDict)
  const {content, dropped} = markArtifacts(source, {
    isDrawing: (number) => isWithin(elementAt(number), ['Figure', 'Formula']),
    holdsContent(name) {
      const object = objects?.lookup(PDFName.of(name))
      return object instanceof PDFRawStream && object.dict.has(PDFName.of('StructParents'))
    },
    runningPart(height) {
      if (height === undefined) return undefined
      if (height > page.getHeight() - top * pointsPerMm) return 'Header'
      return height < bottom * pointsPerMm ? 'Footer' : undefined
    },
  })
  const stream = context.flateStream(Buffer.from(content, 'latin1'))
  page.node.set(PDFName.of('Contents'), context.register(stream))
  if (old instanceof PDFRef) context.delete(old)
  for (const number of dropped) {
    const element = elementAt(number)
    if (element) {
      dropContent(element, number, page)
      dropEmpty(element)
    }
    elements?.set(number, PDFNull)
  }
}

/** A bullet or a background says nothing; an empty cell keeps its place. */
function dropEmpty(element: PDFDict): void {
  const parent = element.lookupMaybe(PDFName.of('P'), PDFDict)
  if (!parent || kidsOf(element).length > 0 || ['TD', 'TH'].includes(roleOf(element))) return
  setKids(
    parent,
    kidsOf(parent).filter((kid) => elementOf(kid, element.context) !== element),
  )
  dropEmpty(parent)
}

/** Takes marked content of a page from the element that holds it. */
function dropContent(element: PDFDict, number: number, page: PDFPage): void {
  const own = element.get(PDFName.of('Pg'))
  const isIt = (kid: PDFObject): boolean => {
    if (kid instanceof PDFNumber) return own === page.ref && kid.asNumber() === number
    const marked = kid instanceof PDFRef ? element.context.lookup(kid) : kid
    if (!(marked instanceof PDFDict) || marked.has(PDFName.of('S'))) return false
    const isOnPage = (marked.get(PDFName.of('Pg')) ?? own) === page.ref
    return isOnPage && marked.lookupMaybe(PDFName.of('MCID'), PDFNumber)?.asNumber() === number
  }
  setKids(
    element,
    kidsOf(element).filter((kid) => !isIt(kid)),
  )
}
