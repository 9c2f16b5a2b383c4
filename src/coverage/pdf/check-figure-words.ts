import type {ArtifactProblem} from '../../model/coverage.ts'
import type {Course} from '../../model/course.ts'
import {allDrawingTexts, hasDiagrams} from '../drawing-texts.ts'
import type {PdfPage} from './read-page.ts'

/** Fewer characters may be anything: an emoji, a number in a circle. */
const least = 4

/**
 * The words in each figure of a PDF are those of a drawing of the course. Where a course has diagrams, which are drawn from their text and
 * are in no file, this is not known.
 */
export function checkFigureWords(pages: readonly PdfPage[], course: Course): ArtifactProblem[] {
  if (hasDiagrams(course)) return []
  const known = new Set(allDrawingTexts(course).flatMap(({seen, text}) => [sorted(seen), sorted(text)]))
  return pages.flatMap(({figures}, index) =>
    figures
      .filter((text) => text.length >= least && !known.has(sorted(text)))
      .map((text): ArtifactProblem => ({
        ruleId: 'nothing-is-added',
        reason: `第 ${index + 1} 页的图里有别的字 / Page ${index + 1}: other words in a figure: “${text.slice(0, 40)}”`,
      })),
  )
}

/** The order of words in a drawing is that of painting, which layers may change. */
const sorted = (text: string) => Array.from(text).toSorted().join('')
