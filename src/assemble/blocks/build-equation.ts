import type {Equation} from '../../model/block.ts'
import type {DisplayFormula} from '../../model/mdast.ts'
import {blockBase} from '../block-base.ts'
import {numberEquation, tagEquation} from '../number-block.ts'
import type {Scope} from '../scope.ts'
import {readNumbering} from './equation-numbering.ts'

/** An equation; numbered when it has an id or a `\label`, or as its `\tag` says. */
export function buildEquation(node: DisplayFormula, scope: Scope): Equation {
  const base = blockBase(node, scope)
  const {labels, tag, tex} = readNumbering(node.value)
  const isNumbered = Boolean(node.data?.attributes?.id) || labels.length > 0
  const {chapter} = scope
  const label = tag === undefined ? isNumbered && numberEquation(base.id, chapter) : tagEquation(base.id, tag, chapter)
  const reference = chapter.references.get(base.id)
  if (reference) for (const name of labels) if (!chapter.references.has(name)) chapter.references.set(name, reference)
  return {type: 'equation', ...base, tex, ...(label ? {label} : {})}
}
