import type {ElementContent, Root} from 'xast'
import {fromXml} from 'xast-util-from-xml'
import type {ArtifactProblem} from '../../model/coverage.ts'
import type {MathCommands} from '../../model/course.ts'
import {elementsNamed, ownText} from './elements-named.ts'
import {createFormulaReader} from '../formulas/read-formula.ts'

/**
 * Each formula of an e-book against the TeX that it is annotated with, read anew: the same elements in the same order with the
 * same characters. What no validator sees: a root without its sign, half a fraction.
 */
export async function checkFormulas(
  documents: ReadonlyMap<string, Root>,
  math: MathCommands,
): Promise<ArtifactProblem[]> {
  const problems: ArtifactProblem[] = []
  const formulas = [...documents].flatMap(([name, tree]) =>
    elementsNamed(tree, 'math').map((element) => ({name, element})),
  )
  if (formulas.length === 0) return problems
  const readFormula = createFormulaReader(math)
  const known = new Map<string, string>()
  for (const {element, name} of formulas) {
    const tex = ownText(elementsNamed(element, 'annotation')[0])
    const isDisplay = element.attributes['display'] === 'block'
    const key = `${isDisplay ? 'display' : 'inline'} ${tex}`
    // One after the other: MathJax may load a part of its font and start over.
    // oxlint-disable-next-line no-await-in-loop
    const expected = known.get(key) ?? skeletonOf(fromXml(await readFormula(tex, isDisplay)))
    known.set(key, expected)
    const isSaid = (element.attributes['alttext'] ?? tex).replaceAll(/\s+/gu, ' ') === tex.replaceAll(/\s+/gu, ' ')
    if (isSaid && isLike(skeletonOf(element), expected)) continue
    const reason = `公式 \`${tex}\` 的 MathML 与 TeX 不一致 / The MathML of \`${tex}\` is not what its TeX says (${name})`
    problems.push({ruleId: 'formula-is-whole', reason})
  }
  return problems
}

/** Names of elements and their text, in order; groups that mean nothing are left out. */
function skeletonOf(node: Root | ElementContent): string {
  if (node.type === 'text') return normalizeToken(node.value)
  if (node.type !== 'element' && node.type !== 'root') return ''
  if (node.type === 'element' && node.name === 'annotation') return ''
  const inner = node.children.map((child) => (child.type === 'doctype' ? '' : skeletonOf(child))).join('')
  const isGroup = node.type === 'root' || ['math', 'mrow', 'semantics'].includes(node.name)
  return isGroup ? inner : `<${node.name}>${inner}</>`
}

/** Letters of a style are Unicode's in the book and an attribute in MathJax; both say the same letter. */
const normalizeToken = (text: string) => text.normalize('NFKC').replaceAll(/[\s\u2061-\u2064]/gu, '')

/** MathJax's private characters stand for anything: the book has Unicode's in their place. */
function isLike(found: string, expected: string): boolean {
  if (!/\p{Co}/u.test(expected)) return found === expected
  const pattern = expected.split(/\p{Co}/u).map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`))
  return new RegExp(`^${pattern.join('.{0,2}')}$`, 'u').test(found)
}
