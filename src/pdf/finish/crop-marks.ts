import {PDFName, type PDFDocument, type PDFPage} from '@cantoo/pdf-lib'

const pointsPerMm = 72 / 25.4
/** What prints beyond the cut, in mm. */
const bleed = 3

/**
 * Says where pages are cut, `around` mm inside the sheet, and draws the marks for it, as artifacts (PDF 1.7, 14.11.2).
 */
export function addCropMarks(document: PDFDocument, around: number): void {
  for (const page of document.getPages()) addMarks(page, around * pointsPerMm)
}

function addMarks(page: PDFPage, around: number): void {
  const {height, width} = page.getMediaBox()
  const own = bleed * pointsPerMm
  page.setTrimBox(around, around, width - 2 * around, height - 2 * around)
  page.setBleedBox(around - own, around - own, width - 2 * (around - own), height - 2 * (around - own))
  const end = around - own
  const lines = [around, width - around].flatMap((x) => [
    [x, 0, x, end],
    [x, height - end, x, height],
  ])
  const across = [around, height - around].flatMap((y) => [
    [0, y, end, y],
    [width - end, y, width, y],
  ])
  const strokes = [...lines, ...across].map((numbers) => {
    const [x1, y1, x2, y2] = numbers.map((number) => number.toFixed(3))
    return `${x1} ${y1} m ${x2} ${y2} l S`
  })
  const {context} = page.doc
  const before = context.register(context.flateStream('q\n'))
  const marks = context.register(
    context.flateStream(`\nQ\n/Artifact BMC\nq 0 G .25 w\n${strokes.join('\n')}\nQ\nEMC\n`),
  )
  const content = page.node.get(PDFName.of('Contents'))
  page.node.set(PDFName.of('Contents'), context.obj([before, ...(content ? [content] : []), marks]))
}
