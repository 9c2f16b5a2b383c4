import type {SlideBlock} from '../../model/block.ts'
import type {Container} from '../../model/mdast.ts'
import {media, narrow} from '../audience.ts'
import type {Scope} from '../scope.ts'
import {checkAudience, content, ruleOf, titled} from './directive-content.ts'

/** `:::slide{title="…"}`: a slide written by hand. */
export function buildSlide(node: Container, scope: Scope): SlideBlock[] {
  const inner = {...scope, audience: narrow(scope.audience, ruleOf(node, ':::slide', media['slides'] ?? []))}
  checkAudience(inner.audience, node, scope)
  return [{type: 'slide', ...titled(node, inner), blocks: content(node, inner)}]
}
