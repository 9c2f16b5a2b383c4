import type {Root} from 'mdast'
import type {VFile} from 'vfile'
import {visit} from 'unist-util-visit'
import {reportProblem} from '../../diagnostics/report-problem.ts'

/** Longer runs are ornaments or stars of a rating. */
const marks = /(?<!\*)\*{2,3}(?!\*)/u

/** Reports `**` that is left in the text: the author meant emphasis and would see asterisks. */
export function checkEmphasis(tree: Root, file: VFile): void {
  visit(tree, 'text', (node) => {
    if (!marks.test(node.value)) return
    reportProblem(file, {
      ruleId: 'emphasis-is-parsed',
      reason: '文字里留下了 `**`，没有读成强调 / Unexpected `**` in text, expected emphasis',
      place: node,
      hint: '检查 ** 是否成对、内侧有无空格；要显示星号请写 \\*\\* / check the pairs and inner spaces; write \\*\\* for asterisks',
    })
  })
}
