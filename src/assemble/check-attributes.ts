import type {Nodes} from 'mdast'
import {hintNearest} from '../diagnostics/nearest-name.ts'
import {reportProblem} from '../diagnostics/report-problem.ts'
import type {Scope} from './scope.ts'

export interface KnownAttributes {
  /** What has them, in Chinese and English: `代码块 / a listing`. */
  readonly of: readonly [chinese: string, english: string]
  readonly names: readonly string[]
}

/** Reports the attributes of a node that nothing would come of. */
export function checkAttributes(node: Nodes, {names, of: [chinese, english]}: KnownAttributes, scope: Scope): void {
  for (const key of Object.keys(node.data?.attributes?.values ?? {})) {
    if (names.includes(key)) continue
    reportProblem(scope.chapter.file, {
      ruleId: 'attribute-is-known',
      reason: `${chinese}没有属性 \`${key}\` / Unexpected attribute \`${key}\` of ${english}`,
      place: node,
      hint: hintNearest(key, names),
    })
  }
}
