import type {Code, List, Root} from 'mdast'
import type {VFile} from 'vfile'
import {visit} from 'unist-util-visit'
import {reportProblem} from '../../diagnostics/report-problem.ts'
import type {LineAnnotation} from '../../model/mdast.ts'

/** `# <1>` at the end of a line, in the comment of any language. */
const annotation = /(?:#|\/\/|--|(?<!;);+|%|\/\*|<!--)\s*<(?<number>\d+)>(?:\s*(?:\*\/|-->))?$/u

/**
 * Code annotations as in Quarto and AsciiDoc: `# <1>` at the end of a line, and the item of that number in the ordered
 * list that follows the listing. Without such a list it is an ordinary comment.
 */
export function recogniseAnnotations(tree: Root, file: VFile): void {
  visit(tree, 'code', (node, index, parent) => {
    const list = index === undefined ? undefined : parent?.children[index + 1]
    if (list?.type !== 'list' || !list.ordered || (list.start ?? 1) !== 1) return
    const {annotations, code} = takeAnnotations(node.value)
    if (annotations.length === 0) return
    node.value = code
    node.data = {...node.data, annotations}
    list.data = {...list.data, explains: true}
    checkPairs(annotations, {node, list, file})
  })
}

function takeAnnotations(code: string): {annotations: LineAnnotation[]; code: string} {
  const annotations: LineAnnotation[] = []
  const lines = code.split('\n').map((line, index) => {
    const match = annotation.exec(line.trimEnd())
    if (!match) return line
    annotations.push({line: index + 1, number: Number(match.groups?.['number'])})
    return line.slice(0, match.index).trimEnd()
  })
  return {annotations, code: lines.join('\n')}
}

function checkPairs(
  annotations: readonly LineAnnotation[],
  {file, list, node}: {readonly node: Code; readonly list: List; readonly file: VFile},
): void {
  const used = new Set(annotations.map(({number}) => number))
  for (const number of used) {
    if (number >= 1 && number <= list.children.length) continue
    const reason = `代码里的 <${number}> 在下面的列表里没有说明 / Unexpected <${number}> in code: the list below has no such item`
    reportProblem(file, {ruleId: 'annotation-matches', reason, place: node})
  }
  for (const [index, item] of list.children.entries()) {
    if (used.has(index + 1)) continue
    const reason = `第 ${index + 1} 项说明在代码里没有 <${index + 1}> / Unexpected item ${index + 1}: no line of the code bears <${index + 1}>`
    reportProblem(file, {ruleId: 'annotation-matches', reason, place: item})
  }
}
