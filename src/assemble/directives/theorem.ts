import type {Theorem, TheoremKind} from '../../model/block.ts'
import type {Container} from '../../model/mdast.ts'
import {numberBlock} from '../number-block.ts'
import type {Scope} from '../scope.ts'
import {content, titled} from './directive-content.ts'

type NumberedKind = Exclude<TheoremKind, 'proof' | 'remark'>

/** `:::definition[名称]{#def-x}` and its like, numbered by kind. */
export const buildTheorem =
  (kind: NumberedKind) =>
  (node: Container, scope: Scope): Theorem[] => {
    const base = titled(node, scope)
    const label = numberBlock(kind, base.id, scope.chapter)
    return [{type: 'theorem', kind, ...base, label, blocks: content(node, scope)}]
  }

/** `:::proof` and `:::remark` belong to what stands before them and have no number. */
export const buildUnnumberedTheorem =
  (kind: 'proof' | 'remark') =>
  (node: Container, scope: Scope): Theorem[] => [
    {type: 'theorem', kind, ...titled(node, scope), blocks: content(node, scope)},
  ]
