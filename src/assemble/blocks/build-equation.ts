import type {Equation} from '../../model/block.ts'
import type {DisplayFormula} from '../../model/mdast.ts'
import {blockBase} from '../block-base.ts'
import {numberEquation} from '../number-block.ts'
import type {Scope} from '../scope.ts'

/** An equation; numbered when it has an id. */
export function buildEquation(node: DisplayFormula, scope: Scope): Equation {
  const base = blockBase(node, scope)
  const isNumbered = Boolean(node.data?.attributes?.id)
  return {
    type: 'equation',
    ...base,
    tex: node.value,
    ...(isNumbered ? {label: numberEquation(base.id, scope.chapter)} : {}),
  }
}
