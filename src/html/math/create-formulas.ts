import {limits} from '../../diagnostics/limits.ts'
import {engineModule, startEngine} from '../../engines/start-engine.ts'
import type {Formula} from '../../model/collect-formulas.ts'
import type {MathCommands} from '../../model/course.ts'
import type {open} from './mathjax-engine.ts'
import {unbearable} from './unbearable.ts'

export interface RenderedFormula {
  /** `<svg>…</svg>`, sized in ex. */
  readonly svg: string
  /** The same broken into lines, where it is wider than a slide; absent where it is not. */
  readonly svgOnSlide?: string
  /** `<math>…</math>` as MathJax writes it. */
  readonly mathml: string
  /** Attributes that its TeX asks for and no output has. */
  readonly dropped: readonly string[]
}

/** Formulas converted once, for all outputs. */
export type Formulas = ReadonlyMap<string, RenderedFormula>

export const formulaKey = ({display, tex}: Formula): string => `${display ? 'display' : 'inline'} ${tex}`

export interface MathSettings extends MathCommands {
  /** Of a displayed formula on a slide, in em of its text. */
  readonly widthOnSlide: number
}

/** What MathJax could not read. */
export interface FormulaError {
  readonly formula: Formula
  readonly reason: string
}

/**
 * Converts each distinct formula once, with one MathJax in a thread of its own: one parse gives both SVG and MathML.
 * What does not parse, is too large or takes too long is in `errors`, and absent from `formulas`.
 */
export async function createFormulas(
  formulas: Iterable<Formula>,
  settings: MathSettings,
  signal?: AbortSignal,
): Promise<{readonly formulas: Formulas; readonly errors: readonly FormulaError[]}> {
  const rendered = new Map<string, RenderedFormula>()
  const errors: FormulaError[] = []
  const distinct = new Map(Array.from(formulas, (formula) => [formulaKey(formula), formula]))
  await using mathjax = startEngine<typeof open>({
    module: engineModule('mathjax-engine', import.meta.url),
    settings,
    seconds: limits.formulaSeconds.most,
    signal,
  })
  const convert = async ({display, tex}: Formula): Promise<RenderedFormula | string> => {
    const reason = unbearable(tex)
    if (reason !== undefined) return reason
    const outcome = await mathjax.run({display, tex})
    switch (outcome.type) {
      case 'done':
        return outcome.value
      case 'failed':
        return outcome.reason
      case 'stopped':
        return tookTooLong
      default:
        return outcome satisfies never
    }
  }
  const results = await Promise.all(Array.from(distinct.values(), convert))
  for (const [index, [key, formula]] of [...distinct].entries()) {
    const result = results[index] ?? ''
    if (typeof result === 'string') errors.push({formula, reason: result})
    else rendered.set(key, result)
  }
  return {formulas: rendered, errors}
}

const {most} = limits.formulaSeconds
const tookTooLong = `${most} 秒还没有排完，拆成几个公式 / it is not typeset within ${most} s; split it`
