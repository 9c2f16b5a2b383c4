import type {ArtifactProblem} from '../../model/coverage.ts'
import type {Course} from '../../model/course.ts'
import {localeFor} from '../../locale/locale.ts'
import {createFormulaDrawer} from '../formulas/draw-formula.ts'
import {textAt} from './accessibility/file/entries.ts'
import type {PdfFile} from './accessibility/read-pdf-file.ts'

/** Each formula of a PDF is painted with as many shapes at least as its TeX has when it is drawn anew. */
export async function checkFormulaShapes({content, structure}: PdfFile, course: Course): Promise<ArtifactProblem[]> {
  const formulas = structure.elements.filter(({role}) => role === 'Formula')
  if (formulas.length === 0) return []
  const word = localeFor(course).words.formula
  const draw = createFormulaDrawer(course.math)
  // One that does not parse is one that the course has not, which is told elsewhere.
  const countShapes = (tex: string) =>
    draw(tex, false).then(
      ({count}) => count,
      () => 0,
    )
  const counts = new Map<string, number>()
  const problems: ArtifactProblem[] = []
  for (const element of formulas) {
    const tex = (textAt(element.dictionary, 'Alt') ?? '').slice(word.length).trim()
    // In turn: MathJax may start over.
    // oxlint-disable-next-line no-await-in-loop
    const expected = counts.get(tex) ?? (await countShapes(tex))
    counts.set(tex, expected)
    const found = content.paints.get(element) ?? 0
    if (found === 0 || found >= expected) continue
    const reason = `第 ${element.page} 页的公式没有画全 / Page ${element.page}: ${found} of ${expected} shapes of a formula are painted: ${tex}`
    problems.push({ruleId: 'formula-is-whole', reason})
  }
  return problems
}
