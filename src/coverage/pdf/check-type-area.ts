import {papers, printMargins, type PrintSettings} from '../../model/print-settings.ts'
import type {ArtifactProblem} from '../../model/coverage.ts'
import type {Box, PdfPage} from './read-page.ts'

const pointsPerMm = 72 / 25.4
const tolerance = 1.5

/** Content outside the area that the margins leave: page numbers and running heads are no content. */
export function checkTypeArea(pages: readonly PdfPage[], print: PrintSettings): ArtifactProblem[] {
  return pages.flatMap((page, index) => {
    const area = typeArea(page, index + 1, print)
    const outside = page.pieces.find((piece) => !isWithin(drawnBox(piece), area))
    if (!outside) return []
    const reason = `第 ${index + 1} 页的文字在版心之外 / Page ${index + 1}: text outside the type area: “${outside.text.slice(0, 40)}”`
    return [{ruleId: 'page-fits' as const, reason}]
  })
}

function typeArea({height, width}: PdfPage, number: number, {paper, sides}: PrintSettings): Box {
  const [paperWidth, paperHeight] = papers[paper]
  // What is left of a sheet with crop marks.
  const besideX = (width / pointsPerMm - paperWidth) / 2
  const besideY = (height / pointsPerMm - paperHeight) / 2
  const {bottom, inner, outer, top} = printMargins
  const middle = (inner + outer) / 2
  const [left, right] = sides === 'one' ? [middle, middle] : number % 2 === 1 ? [inner, outer] : [outer, inner]
  return {
    left: (besideX + left) * pointsPerMm,
    right: width - (besideX + right) * pointsPerMm,
    bottom: (besideY + bottom) * pointsPerMm,
    top: height - (besideY + top) * pointsPerMm,
  }
}

/** Full-width punctuation is trimmed at the ends of lines, where its box goes on by half its width. */
function drawnBox({box, text}: PdfPage['pieces'][number]): Box {
  const half = (box.top - box.bottom) / 2
  return {
    ...box,
    left: box.left + (/^\p{P}/u.test(text) ? half : 0),
    right: box.right - (/\p{P}$/u.test(text) ? half : 0),
  }
}

const isWithin = (box: Box, area: Box) =>
  box.left >= area.left - tolerance &&
  box.right <= area.right + tolerance &&
  box.bottom >= area.bottom - tolerance &&
  box.bottom <= area.top + tolerance
