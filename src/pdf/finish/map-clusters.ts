import {
  decodePDFRawStream,
  PDFDict,
  PDFName,
  PDFRawStream,
  PDFRef,
  type PDFDocument,
  type PDFPage,
} from '@cantoo/pdf-lib'
import {openClusterFont, type ClusterFont} from './cluster-font.ts'
import {rewriteClusters} from './rewrite-clusters.ts'

/**
 * Makes the fonts of a document say what clusters of its texts say. Where a script joins and reorders characters, as Devanagari does, Chromium has
 * the text of a cluster beside it and maps glyphs that are no character to U+0000; but not all readers, and no search, go by the text
 * beside it. Such glyphs get codes of their own, which look the same and say the characters in their order.
 */
export function mapClusters(document: PDFDocument): void {
  const fonts = new Map<PDFDict, ClusterFont | undefined>()
  for (const page of document.getPages()) mapPage(page, fonts)
  for (const font of fonts.values()) font?.write()
}

function mapPage(page: PDFPage, fonts: Map<PDFDict, ClusterFont | undefined>): void {
  const contents = page.node.lookup(PDFName.of('Contents'))
  if (!(contents instanceof PDFRawStream)) return
  const source = Buffer.from(decodePDFRawStream(contents).decode()).toString('latin1')
  if (!source.includes('/ActualText')) return
  const named = page.node.Resources()?.lookupMaybe(PDFName.of('Font'), PDFDict)
  const content = rewriteClusters(source, (name, codes, text) => {
    const font = named?.lookup(PDFName.of(name))
    if (!(font instanceof PDFDict)) return undefined
    if (!fonts.has(font)) fonts.set(font, openClusterFont(font))
    return fonts.get(font)?.codesFor(codes, text)
  })
  if (content === source) return
  const old = page.node.get(PDFName.of('Contents'))
  page.node.set(
    PDFName.of('Contents'),
    page.doc.context.register(page.doc.context.flateStream(Buffer.from(content, 'latin1'))),
  )
  if (old instanceof PDFRef) page.doc.context.delete(old)
}
