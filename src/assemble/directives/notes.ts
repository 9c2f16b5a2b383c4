import type {SpeakerNotes} from '../../model/block.ts'
import type {Container} from '../../model/mdast.ts'
import {narrow} from '../audience.ts'
import type {Scope} from '../scope.ts'
import {checkAudience, containerBase, content, ruleOf} from './directive-content.ts'

/** `:::notes`: what the speaker sees, in the teacher's deck and handout only. */
export function buildNotes(node: Container, scope: Scope): SpeakerNotes[] {
  const rule = {...ruleOf(node, ':::notes', ['deck', 'handout']), editions: ['teacher'] as const}
  const inner = {...scope, audience: narrow(scope.audience, rule)}
  checkAudience(inner.audience, node, scope)
  return [{type: 'speakerNotes', ...containerBase(node, inner), blocks: content(node, inner)}]
}
