import type {Code} from 'mdast'
import {reportProblem} from '../../diagnostics/report-problem.ts'
import type {Equation, Listing} from '../../model/block.ts'
import type {DisplayFormula} from '../../model/mdast.ts'
import {blockBase} from '../block-base.ts'
import {numberBlock, numberEquation} from '../number-block.ts'
import type {Scope} from '../scope.ts'

const knownValues = new Set(['title', 'steps', 'slide', 'code-line-numbers'])

/** A listing; numbered when it has a title or an id. */
export function buildListing(node: Code, scope: Scope): Listing {
  const base = blockBase(node, scope)
  const values = node.data?.attributes?.values ?? {}
  for (const key of Object.keys(values).filter((name) => !knownValues.has(name))) {
    const reason = `代码块没有属性 \`${key}\` / Unexpected attribute \`${key}\` of a listing`
    const hint = `可用 Known: ${[...knownValues].join(', ')}`
    reportProblem(scope.chapter.file, {ruleId: 'attribute-is-known', reason, hint, place: node})
  }
  const title = values['title'] ?? ''
  const isNumbered = Boolean(title || node.data?.attributes?.id)
  const excerpt = /^(?<first>\d+)(?:-(?<last>\d+))?$/u.exec(values['slide'] ?? '')?.groups
  return {
    type: 'listing',
    ...base,
    language: node.lang ?? '',
    code: node.value,
    title,
    steps: values['steps'] ?? values['code-line-numbers'] ?? '',
    ...(excerpt ? {excerpt: [Number(excerpt['first']), Number(excerpt['last'] ?? excerpt['first'])] as const} : {}),
    ...(isNumbered ? {label: numberBlock('listing', base.id, scope.chapter)} : {}),
  }
}

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
