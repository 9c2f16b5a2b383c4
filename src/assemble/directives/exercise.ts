import type {Exercise} from '../../model/block.ts'
import type {Container} from '../../model/mdast.ts'
import {numberBlock} from '../number-block.ts'
import type {Scope} from '../scope.ts'
import {wordsOf} from '../words-of.ts'
import {content, titled} from './directive-content.ts'

/** `:::exercise{#exr-a tests="obj-1"}`; a solution inside it needs no `for`. */
export function buildExercise(node: Container, scope: Scope): Exercise[] {
  const base = titled(node, scope)
  const label = numberBlock('exercise', base.id, scope.chapter)
  const tests = wordsOf(node.attributes?.['tests'])
  return [{type: 'exercise', ...base, tests, label, blocks: content(node, {...scope, exercise: base.id})}]
}
