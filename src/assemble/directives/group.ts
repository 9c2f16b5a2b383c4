import type {Group} from '../../model/block.ts'
import type {Container} from '../../model/mdast.ts'
import type {Scope} from '../scope.ts'
import {containerBase, content} from './directive-content.ts'

/** `:::nosplit` and `:::incremental`: how slides treat what they hold. */
export const buildGroup =
  (behaviour: 'nosplit' | 'incremental') =>
  (node: Container, scope: Scope): Group[] => [
    {type: 'group', behaviour, ...containerBase(node, scope), blocks: content(node, scope)},
  ]
