import type {Root} from 'mdast'
import type {VFile} from 'vfile'
import {visit} from 'unist-util-visit'
import {reportProblem} from '../../diagnostics/report-problem.ts'

/** Reports fences without an end: all that follows in what they stand in has become code, or part of the directive. */
export function checkFences(tree: Root, file: VFile): void {
  visit(tree, (node) => {
    const fence = node.data?.unclosed
    if (!fence) return
    delete node.data
    if (node.type === 'containerDirective') {
      reportProblem(file, {
        ruleId: 'directive-is-known',
        reason: `\`:::${node.name}\` 没有结束 / Unexpected end of \`:::${node.name}\`, expected \`:::\``,
        place: node,
        hint: '另起一行写 ::: 结束；外层要比内层多一个冒号 / close it with :::; an outer fence has more colons than an inner one',
      })
    } else {
      reportProblem(file, {
        ruleId: 'fence-is-closed',
        reason: `代码围栏 ${fence} 没有结束 / Unexpected end of a code fence, expected ${fence}`,
        place: node.position?.start,
        hint: '在代码后另起一行写上同样的围栏 / put the same fence on a line after the code',
      })
    }
  })
}
