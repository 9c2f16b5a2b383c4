import type {Root} from 'mdast'
import type {VFile} from 'vfile'
import {visit} from 'unist-util-visit'
import {reportProblem} from '../../diagnostics/report-problem.ts'

/** Reports a code fence without an end: all that follows in its container has become code. */
export function checkFences(tree: Root, file: VFile): void {
  visit(tree, 'code', (node) => {
    const fence = node.data?.unclosed
    if (!fence) return
    delete node.data
    reportProblem(file, {
      ruleId: 'fence-is-closed',
      reason: `代码围栏 ${fence} 没有结束 / Unexpected end of a code fence, expected ${fence}`,
      place: node.position?.start,
      hint: '在代码后另起一行写上同样的围栏 / put the same fence on a line after the code',
    })
  })
}
