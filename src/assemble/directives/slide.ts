import {hintNearest} from '../../diagnostics/nearest-name.ts'
import {reportProblem} from '../../diagnostics/report-problem.ts'
import type {SlideBlock} from '../../model/block.ts'
import {contentLayouts} from '../../model/course.ts'
import type {Container} from '../../model/mdast.ts'
import {media, narrow} from '../audience.ts'
import type {Scope} from '../scope.ts'
import {checkAudience, content, ruleOf, titled} from './directive-content.ts'

/** `:::slide{title="…" layout="…"}`: a slide written by hand. */
export function buildSlide(node: Container, scope: Scope): SlideBlock[] {
  const inner = {...scope, audience: narrow(scope.audience, ruleOf(node, ':::slide', media['slides'] ?? []))}
  checkAudience(inner.audience, node, scope)
  return [{type: 'slide', ...titled(node, inner), ...readLayout(node, scope), blocks: content(node, inner)}]
}

function readLayout(node: Container, scope: Scope): Pick<SlideBlock, 'layout'> {
  const asked = node.attributes?.['layout']
  const layout = contentLayouts.find((one) => one === asked)
  if (asked && !layout) {
    reportProblem(scope.chapter.file, {
      ruleId: 'attribute-is-known',
      reason: `没有版式 \`${asked}\` / Unexpected layout \`${asked}\``,
      place: node,
      hint: hintNearest(asked, contentLayouts),
    })
  }
  return layout ? {layout} : {}
}
