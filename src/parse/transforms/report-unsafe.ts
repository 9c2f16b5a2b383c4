import type {Html} from 'mdast'
import type {VFile} from 'vfile'
import {reportForeignUse} from './report-foreign.ts'
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

/** Elements that HTML has not are components of MDX, Vue or Slidev: what they hold stays, and that is all. */
export function reportComponents(node: Html, file: VFile): void {
  const {name} = /<(?<name>[A-Z][\w.]*|[a-z]+(?:-[a-z]+)+)(?=[\s/>])/u.exec(node.value)?.groups ?? {}
  if (name === undefined || node.value.startsWith('<!--')) return
  const line = node.position?.start.line ?? 1
  reportForeignUse({tool: 'MDX', construct: 'component', outcome: 'flattened', line}, file)
}
