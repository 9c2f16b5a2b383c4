import type {Element, Root} from 'hast'
import {visit} from 'unist-util-visit'
import {visitParents} from 'unist-util-visit-parents'
import {localeFor} from '../../locale/locale.ts'
import type {ArtifactProblem, ContentUnit} from '../../model/coverage.ts'
import type {Course} from '../../model/course.ts'
import {createFormulaDrawer} from '../formulas/draw-formula.ts'
import {hasClass} from '../observers/read-hast-text.ts'

/**
 * Each formula on a page of the deck: its TeX is one of its block’s, its words say the TeX, and it is drawn with the outlines that the TeX
 * has when it is drawn anew.
 */
export async function checkFormulas(
  tree: Root,
  course: Course,
  units: readonly ContentUnit[],
): Promise<ArtifactProblem[]> {
  const formulas = formulasIn(tree)
  if (formulas.length === 0) return []
  const word = localeFor(course).words.formula
  const ofUnit = new Map(units.map((unit) => [unit.id, unit.formulas]))
  const draw = createFormulaDrawer(course.math)
  const drawn = new Map<string, readonly string[]>()
  const problems: ArtifactProblem[] = []
  for (const {block, element, tex} of formulas) {
    const isDisplay = hasClass(element, 'formula-display')
    const key = `${isDisplay} ${tex}`
    const isKnown = ofUnit.get(block)?.includes(tex) ?? true
    // In turn: MathJax may load a part of its font and start over.
    // oxlint-disable-next-line no-await-in-loop
    const expected = isKnown ? (drawn.get(key) ?? (await draw(tex, isDisplay)).outlines) : []
    if (isKnown) drawn.set(key, expected)
    const isSaid = element.properties['ariaLabel'] === `${word} ${tex}`
    if (isKnown && isSaid && isDrawn(outlinesIn(element), expected, isDisplay)) continue
    const reason = `公式 \`${tex}\` 与 TeX 不一致 / The formula \`${tex}\` is not what its TeX says`
    problems.push({ruleId: 'formula-is-whole', reason, ...(ofUnit.has(block) ? {unit: block} : {})})
  }
  return problems
}

interface FoundFormula {
  readonly element: Element
  readonly tex: string
  /** Of the block around it. */
  readonly block: string
}

function formulasIn(tree: Root): FoundFormula[] {
  const found: FoundFormula[] = []
  visitParents(tree, 'element', (element, ancestors) => {
    const tex = element.properties['dataTex']
    if (typeof tex !== 'string' || element.tagName === 'code') return
    const block = ancestors.findLast((one) => one.type === 'element' && 'dataBlock' in one.properties)
    const id = block?.type === 'element' ? block.properties['dataBlock'] : ''
    found.push({element, tex, block: String(id)})
  })
  return found
}

function outlinesIn(element: Element): string[] {
  const outlines: string[] = []
  visit(element, 'element', ({properties, tagName}) => {
    if (tagName === 'path' && typeof properties['d'] === 'string') outlines.push(properties['d'])
  })
  return outlines
}

/** A displayed formula that is broken into lines may say a sign again. */
function isDrawn(found: readonly string[], expected: readonly string[], isDisplay: boolean): boolean {
  if (found.toSorted().join('\n') === expected.toSorted().join('\n')) return true
  const [own, other] = [new Set(found), new Set(expected)]
  return (
    isDisplay && found.length > expected.length && own.size === other.size && [...own].every((one) => other.has(one))
  )
}
