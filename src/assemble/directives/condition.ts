import {reportProblem} from '../../diagnostics/report-problem.ts'
import type {Block} from '../../model/block.ts'
import type {Container} from '../../model/mdast.ts'
import {editions} from '../../model/output.ts'
import {media, narrowByCondition} from '../audience.ts'
import type {Scope} from '../scope.ts'
import {checkAudience, content} from './directive-content.ts'

/** `:::only` and `:::except` dissolve into the audience of what they hold. */
export function buildCondition(node: Container, scope: Scope): Block[] {
  const {audience, unknown} = narrowByCondition(scope.audience, node)
  for (const word of unknown) {
    reportProblem(scope.chapter.file, {
      ruleId: 'attribute-is-known',
      reason: `\`${word}\` 不是输出或版本 / Unexpected \`${word}\` in \`:::${node.name}\``,
      place: node,
      hint: `可用 Known: ${[...Object.keys(media), ...editions].join(', ')}`,
    })
  }
  if (!node.attributes?.['in'] && !node.attributes?.['edition']) reportNoCondition(node, scope)
  else if (unknown.length === 0) checkAudience(audience, node, scope)
  return content(node, {...scope, audience})
}

function reportNoCondition(node: Container, scope: Scope): void {
  reportProblem(scope.chapter.file, {
    ruleId: 'condition-is-stated',
    reason: `\`:::${node.name}\` 没有说给谁 / Unexpected \`:::${node.name}\` without a condition`,
    place: node,
    hint: '写 in="slides" 或 edition="teacher" / write in="slides" or edition="teacher"',
  })
}
