import type {Solution} from '../../model/block.ts'
import type {Container} from '../../model/mdast.ts'
import {narrowToTeacher} from '../audience.ts'
import type {Scope} from '../scope.ts'
import {checkAudience, containerBase, content, ruleOf} from './directive-content.ts'

/** `:::solution{for="exr-a"}`: the teacher's, until the course releases it. */
export function buildSolution(node: Container, scope: Scope): Solution[] {
  const audience = narrowToTeacher(scope.audience, ruleOf(node, ':::solution'))
  checkAudience(audience, node, scope)
  const inner = {...scope, audience}
  const exercise = node.attributes?.['for'] ?? scope.exercise
  return [{type: 'solution', ...containerBase(node, inner), exercise, blocks: content(node, inner)}]
}
