import {greatest} from '../../model/greatest.ts'
import type {ArtifactProblem, ContentUnit} from '../../model/coverage.ts'
import {normalizeText} from '../normalize-text.ts'
import type {CodeLine, PdfPage} from './read-page.ts'

/** Of the width of a character: less is rounding. */
const tolerance = 0.6

/**
 * Lines of code stand as far to the right of each other as their indentation says: the text that a PDF keeps has no white space that could be
 * compared. Judged by lines that say what only one indentation of the course's listings has.
 */
export function checkCodeIndents(pages: readonly PdfPage[], units: readonly ContentUnit[]): ArtifactProblem[] {
  const indents = indentsOf(units)
  return pages.flatMap(({listings, pieces}, index): ArtifactProblem[] => {
    // That of the text on the page.
    const edge = pieces.length > 0 ? greatest(pieces.map(({box}) => box.right)) : Infinity
    const odd = listings.map((lines) => oddLine(lines, {edge, indents})).find(Boolean)
    if (!odd) return []
    const reason = `第 ${index + 1} 页的代码缩进不对 / Page ${index + 1}: wrong indentation of code: “${odd.text.slice(0, 40)}”`
    return [{ruleId: 'block-is-covered', reason}]
  })
}

/** Numbers of spaces before each line, by what it says; `undefined` among them where tabs indent it. */
function indentsOf(units: readonly ContentUnit[]): Map<string, Set<number | undefined>> {
  const indents = new Map<string, Set<number | undefined>>()
  for (const line of units.flatMap(({code}) => code.split('\n'))) {
    const text = normalizeText(line)
    if (!text) continue
    const indent = line.includes('\t') ? undefined : line.length - line.trimStart().length
    indents.set(text, (indents.get(text) ?? new Set()).add(indent))
  }
  return indents
}

interface Measure {
  readonly indents: ReturnType<typeof indentsOf>
  /** Right edge, in pt from the left one of the page. */
  readonly edge: number
}

function oddLine(lines: readonly CodeLine[], {edge, indents}: Measure): CodeLine | undefined {
  const known = lines.flatMap((line) => {
    const [indent, ...others] = indents.get(line.text) ?? []
    // Chinese is set closer at the head of a line, and is no measure for spaces.
    const isMeasured = line.advance > 0 && /^[\x21-\x7E]/u.test(line.text)
    return indent === undefined || others.length > 0 || !isMeasured ? [] : [{line, indent}]
  })
  const [first] = known
  if (!first) return undefined
  return known.find(({indent, line}) => {
    const expected = first.line.left + (indent - first.indent) * line.advance
    // What does not fit behind its indentation is broken after that.
    const fits = expected + line.text.length * line.advance <= edge + line.advance
    return fits && Math.abs(line.left - expected) > tolerance * line.advance
  })?.line
}
