import type {ArtifactProblem} from '../../model/coverage.ts'
import type {PdfPage} from './read-page.ts'

type Piece = PdfPage['pieces'][number]

/** Baselines as near as this, in points, are one. */
const sameLine = 0.5
/** Marks at the ends of lines are set closer than their boxes are wide; more than this part of the height is no setting. */
const mostOverlap = 1.5

/** Words that are drawn upon each other: pieces on one baseline whose boxes lie in each other. */
export function checkOverlap(pages: readonly PdfPage[]): ArtifactProblem[] {
  return pages.flatMap(({pieces}, index): ArtifactProblem[] => {
    const sorted = pieces.toSorted((one, other) => one.box.bottom - other.box.bottom || one.box.left - other.box.left)
    const at = sorted.findIndex((piece, place) => isUpon(sorted[place - 1], piece))
    const text = sorted[at]?.text.slice(0, 40)
    if (text === undefined) return []
    const reason = `第 ${index + 1} 页有叠在一起的文字 / Page ${index + 1}: text upon other text: “${text}”`
    return [{ruleId: 'page-fits', reason}]
  })
}

function isUpon(before: Piece | undefined, {box, text}: Piece): boolean {
  if (!before || Math.abs(before.box.bottom - box.bottom) > sameLine) return false
  const overlap = Math.min(before.box.right, box.right) - Math.max(before.box.left, box.left)
  return overlap > mostOverlap * (box.top - box.bottom) && text.trim().length > 1 && before.text.trim().length > 1
}
