import type {ArtifactProblem} from '../../model/coverage.ts'
import type {PdfDefect} from './accessibility/condition.ts'

/** A broken print would fill the report with one line a page. */
const mostPages = 8
const mostReasons = 5

/** What of PDF/UA-1 a finished PDF fails: of each condition the first few reasons, each with its pages. */
export function accessibilityProblems(defects: readonly PdfDefect[]): ArtifactProblem[] {
  const conditions = new Map<string, Map<string, number[]>>()
  for (const {condition, page, reason} of defects) {
    if (isDrawn(condition, reason)) continue
    const reasons = conditions.get(condition) ?? new Map<string, number[]>()
    conditions.set(condition, reasons.set(reason, [...(reasons.get(reason) ?? []), page]))
  }
  return [...conditions].flatMap(([condition, reasons]) => {
    const told = [...reasons]
      .slice(0, mostReasons)
      .map(([reason, pages]) => `PDF/UA ${condition}${placeOf(pages)}: ${reason}`)
    const more = reasons.size - told.length
    const rest = more > 0 ? [`PDF/UA ${condition}: 另有 ${more} 处 / ${more} more`] : []
    return [...told, ...rest].map((reason) => ({ruleId: 'pdf-is-accessible' as const, reason}))
  })
}

/** The engine embeds emoji and CFF outlines as Type 3, whose glyphs are drawings: the standard allows them, and their text is compared elsewhere. */
const isDrawn = (condition: string, reason: string) => condition === 'x-font-is-readable' && reason.includes('Type3')

/** Page 0 is the whole document. */
function placeOf(pages: readonly number[]): string {
  const numbers = pages.filter((page) => page > 0)
  if (numbers.length === 0) return ''
  return ` (p. ${numbers.slice(0, mostPages).join(', ')}${numbers.length > mostPages ? ', …' : ''})`
}
