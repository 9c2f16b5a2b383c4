import type {Code} from 'mdast'
import {reportProblem} from '../../diagnostics/report-problem.ts'
import type {Equation, Listing} from '../../model/block.ts'
import type {DisplayFormula} from '../../model/mdast.ts'
import type {Attributes} from '../../model/parsed.ts'
import {blockBase} from '../block-base.ts'
import {numberBlock, numberEquation} from '../number-block.ts'
import type {Scope} from '../scope.ts'

const noAttributes: Attributes = {id: '', classes: [], values: {}}
const knownValues = new Set(['title', 'steps', 'slide', 'code-line-numbers'])

/** A listing; numbered when it has a title or an id. */
export function buildListing(node: Code, scope: Scope): Listing {
  const base = blockBase(node, scope)
  const {id, values} = node.data?.attributes ?? noAttributes
  checkValues(node, values, scope)
  const {'code-line-numbers': lineNumbers = '', slide = '', steps = lineNumbers, title = ''} = values
  const label = title || id ? {label: numberBlock('listing', base.id, scope.chapter)} : {}
  return {
    type: 'listing',
    ...base,
    language: node.lang ?? '',
    code: node.value,
    title,
    steps,
    ...readExcerpt(slide),
    ...label,
  }
}

/** `3-18` or `7`. */
function readExcerpt(slide: string): Pick<Listing, 'excerpt'> {
  const match = /^(?<first>\d+)(?:-(?<last>\d+))?$/u.exec(slide)?.groups
  return match ? {excerpt: [Number(match['first']), Number(match['last'] ?? match['first'])]} : {}
}

function checkValues(node: Code, values: Readonly<Record<string, string>>, scope: Scope): void {
  for (const key of Object.keys(values).filter((name) => !knownValues.has(name))) {
    const reason = `代码块没有属性 \`${key}\` / Unexpected attribute \`${key}\` of a listing`
    const hint = `可用 Known: ${[...knownValues].join(', ')}`
    reportProblem(scope.chapter.file, {ruleId: 'attribute-is-known', reason, hint, place: node})
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
