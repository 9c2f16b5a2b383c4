import type {Details} from '../../model/block.ts'
import type {Container} from '../../model/mdast.ts'
import type {Scope} from '../scope.ts'
import {content, titled} from './directive-content.ts'

/** `:::details[标题]`, and `<details>`. */
export const buildDetails = (node: Container, scope: Scope): Details[] => [
  {type: 'details', ...titled(node, scope), blocks: content(node, scope)},
]
