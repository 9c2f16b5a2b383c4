import type {Html} from 'mdast'
import type {VFile} from 'vfile'
import {reportProblem} from '../../diagnostics/report-problem.ts'

const unsafe = new Set(['script', 'style', 'iframe', 'object', 'embed', 'form', 'input', 'link', 'meta', 'base'])

/** Reports an element of raw HTML that no output has. */
export function reportUnsafe(tagName: string, node: Html, file: VFile): void {
  if (!unsafe.has(tagName)) return
  reportProblem(file, {
    ruleId: 'html-is-safe',
    reason: `HTML 元素 <${tagName}> 不会输出 / Unexpected <${tagName}> in raw HTML: it is left out`,
    place: node,
    hint: '改用 Markdown 或指令 / use Markdown or a directive instead',
  })
}
