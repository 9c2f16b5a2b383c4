import type {Hint} from '../../model/block.ts'
import type {Container} from '../../model/mdast.ts'
import type {Scope} from '../scope.ts'
import {containerBase, content} from './directive-content.ts'

/** `:::hint`: of an exercise, for everybody. */
export const buildHint = (node: Container, scope: Scope): Hint[] => [
  {type: 'hint', ...containerBase(node, scope), blocks: content(node, scope)},
]
