import type {Element} from 'hast'
import type {Html} from 'mdast'
import type {VFile} from 'vfile'
import {reportForeignUse} from './report-foreign.ts'
import {reportProblem} from '../../diagnostics/report-problem.ts'
import {checkboxOf} from './image-of-html.ts'
import {isMedia} from './media-of-html.ts'

const unsafe = new Set([
  'base',
  'canvas',
  'embed',
  'form',
  'iframe',
  'input',
  'link',
  'meta',
  'object',
  'script',
  'style',
  'svg',
])

/** Reports an element of raw HTML that no output has. */
export function reportUnsafe(element: Element, node: Html, file: VFile): void {
  const {tagName} = element
  if (!unsafe.has(tagName) || isMedia(element) || checkboxOf(element).length > 0) return
  reportProblem(file, {
    ruleId: 'html-is-safe',
    reason: `HTML 元素 <${tagName}> 不会输出 / Unexpected <${tagName}> in raw HTML: it is left out`,
    place: node,
    cause: `lost ${tagName}`,
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
