import type {Callout, CalloutKind} from '../../model/block.ts'
import type {Container} from '../../model/mdast.ts'
import type {Scope} from '../scope.ts'
import {content, titled} from './directive-content.ts'

/** `:::note[标题]` and its like. */
export const buildCallout =
  (kind: CalloutKind) =>
  (node: Container, scope: Scope): Callout[] => [
    {type: 'callout', kind, ...titled(node, scope), blocks: content(node, scope)},
  ]
