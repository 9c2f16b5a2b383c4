import {reportProblem} from '../../diagnostics/report-problem.ts'
import type {SpeakerNotes} from '../../model/block.ts'
import type {Container} from '../../model/mdast.ts'
import {narrow} from '../audience.ts'
import type {Scope} from '../scope.ts'
import {checkAudience, containerBase, content, ruleOf} from './directive-content.ts'

/** `:::notes{minutes=6}`: what the speaker sees, in the teacher's deck and handout only. */
export function buildNotes(node: Container, scope: Scope): SpeakerNotes[] {
  const rule = {...ruleOf(node, ':::notes', ['deck', 'handout']), editions: ['teacher'] as const}
  const inner = {...scope, audience: narrow(scope.audience, rule)}
  checkAudience(inner.audience, node, scope)
  return [
    {type: 'speakerNotes', ...containerBase(node, inner), ...readMinutes(node, scope), blocks: content(node, inner)},
  ]
}

function readMinutes(node: Container, scope: Scope): Pick<SpeakerNotes, 'minutes'> {
  const said = node.attributes?.['minutes']
  if (said === undefined || said === null) return {}
  const minutes = Number(said)
  if (minutes > 0) return {minutes}
  const reason = `minutes 不是分钟数：\`${said}\` / Unexpected minutes \`${said}\`, expected a number`
  reportProblem(scope.chapter.file, {ruleId: 'attribute-is-known', reason, place: node})
  return {}
}
