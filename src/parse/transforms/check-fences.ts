import type {Root} from 'mdast'
import type {VFile} from 'vfile'
import {visit} from 'unist-util-visit'
import {reportProblem} from '../../diagnostics/report-problem.ts'

const opening = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(?<fence>`{3,}|~{3,})/u

/** Reports a code fence without an end: all that follows in its container has become code. */
export function checkFences(tree: Root, file: VFile): void {
  const lines = String(file).split('\n')
  visit(tree, 'code', (node) => {
    const {end, start} = node.position ?? {}
    const fence = start && opening.exec(lines[start.line - 1] ?? '')?.groups?.['fence']
    if (!fence || !end) return
    const last = (lines[end.line - 1] ?? '').replace(/^[\s>]*/u, '').trimEnd()
    const isClosed = end.line > start.line && last.startsWith(fence) && new Set(last).size === 1
    if (isClosed) return
    reportProblem(file, {
      ruleId: 'fence-is-closed',
      reason: `代码围栏 ${fence} 没有结束 / Unexpected end of a code fence, expected ${fence}`,
      place: start,
      hint: '在代码后另起一行写上同样的围栏 / put the same fence on a line after the code',
    })
  })
}
