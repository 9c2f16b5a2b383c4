import type {Nodes} from 'mdast'
import {reportProblem} from '../diagnostics/report-problem.ts'
import type {Scope} from './scope.ts'

/** The value of `width=`, which becomes CSS: a share of the page or a length, a bare number in px; empty for none. */
export function readWidth(
  value: string | null | undefined,
  node: Nodes,
  {chapter: {file}}: {readonly chapter: Pick<Scope['chapter'], 'file'>},
): string {
  if (!value) return ''
  if (/^\d{1,5}(?:\.\d{1,4})?$/u.test(value)) return `${value}px`
  if (/^\d{1,5}(?:\.\d{1,4})?(?:%|px|em|rem|cm|mm|in|pt)$/u.test(value)) return value
  reportProblem(file, {
    ruleId: 'attribute-is-known',
    reason: `宽度不能是 \`${value}\` / Unexpected width \`${value}\``,
    place: node,
    hint: '写成 width=60%，或以 px、em、rem、cm、mm 为单位 / write it so, or with one of these units',
  })
  return ''
}
