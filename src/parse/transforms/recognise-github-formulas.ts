import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'
import type {DisplayFormula} from '../../model/mdast.ts'

/** GitHub's other spellings of formulas: a fence of the language `math`, and `` $`…`$ ``. */
export function recogniseGithubFormulas(tree: Root): void {
  visit(tree, (node, index, parent) => {
    if (node.type === 'inlineMath') node.value = node.value.replace(/^`(?<tex>.*)`$/su, '$<tex>')
    if (node.type !== 'code' || node.lang !== 'math' || !parent || index === undefined) return
    const {data, position, value} = node
    const formula: DisplayFormula = {type: 'math', value, ...(data ? {data} : {}), ...(position ? {position} : {})}
    parent.children.splice(index, 1, formula as never)
  })
}
