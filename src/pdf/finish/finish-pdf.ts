import {PDFDict, PDFHeader, PDFDocument, PDFName} from '@cantoo/pdf-lib'
import type {TellPart} from '../../model/progress.ts'
import {addCropMarks} from './crop-marks.ts'
import {describeLinks} from './describe-links.ts'
import {fixDates} from './fix-dates.ts'
import {liftDrawings} from './lift-drawings.ts'
import {mendBookmarks, type Heading} from './mend-bookmarks.ts'
import {mendPages, type SheetMargins} from './mend-pages.ts'
import {mendStructure} from './mend-structure.ts'
import {fillParentTree} from './fill-parent-tree.ts'
import {addMetadata, type DocumentFacts} from './metadata.ts'
import {addPageLabels} from './page-labels.ts'

export interface Finish extends DocumentFacts {
  /** Pages that have roman numbers. */
  readonly frontPages: number
  /** What a link to a destination says of it. */
  readonly pageName: (destination: string) => string | undefined
  /** In mm, of the sheet around the page that is cut out of it; 0 when nothing is cut. */
  readonly slug: number
  readonly margins: SheetMargins
  /** Those of the document, in its order. */
  readonly headings: readonly Heading[]
}

/**
 * What Chromium leaves undone in a tagged PDF, in one pass over its objects: structure, artifacts, links, metadata, page labels,
 * crop marks, object streams. `tell` is told the page that is mended. Tags, destinations and bookmarks stay. Same print, same bytes.
 */
export async function finishPdf(print: Uint8Array, finish: Finish, tell: TellPart): Promise<Uint8Array> {
  const document = await PDFDocument.load(fixDates(print, finish.modified), {updateMetadata: false})
  const root = document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
  liftDrawings(document, root)
  mendStructure(root)
  fillParentTree(root)
  mendPages(document, root, {margins: finish.margins, tell})
  describeLinks(document, finish.pageName)
  mendBookmarks(document, finish.headings)
  addMetadata(document, finish)
  addPageLabels(document, finish.frontPages)
  if (finish.slug > 0) addCropMarks(document, finish.slug)
  // Object streams are of PDF 1.5.
  document.context.header = PDFHeader.forVersion(1, 7)
  return document.save({useObjectStreams: true, updateFieldAppearances: false})
}
