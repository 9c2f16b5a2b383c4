import type {Extension} from 'micromark-util-types'
import {displayFormula} from './display-formula.ts'
import {inlineFormula} from './inline-formula.ts'

const dollar = 36

/** Micromark syntax of formulas, display and inline. */
export function formulaSyntax(): Extension {
  return {flow: {[dollar]: displayFormula}, text: {[dollar]: inlineFormula}}
}
