import type {Element} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {h} from 'hastscript'
import type {Formula} from '../../model/collect-formulas.ts'
import type {RenderContext} from '../render-context.ts'
import {cleanFormulaDrawing} from './clean-formula.ts'
import {cleanMathml} from './clean-mathml.ts'
import {formulaKey} from './create-formulas.ts'

/**
 * A formula as hast: MathJax's SVG with the TeX as label and data, or MathML with the TeX as `alttext` and annotation.
 * One that did not parse (it has a diagnostic) stands as its TeX, never red.
 */
export function renderFormula(formula: Formula, context: RenderContext): Element {
  const rendered = context.formulas.get(formulaKey(formula))
  const className = formula.display ? 'formula formula-display' : 'formula'
  if (!rendered) return h('code', {className, dataTex: formula.tex}, formula.tex)
  if (context.medium === 'epub' && context.course.epub.math === 'mathml')
    return cleanMathml(firstElement(rendered.mathml), formula)
  const svg = firstElement((context.medium === 'slide' ? rendered.svgOnSlide : undefined) ?? rendered.svg)
  cleanFormulaDrawing(svg)
  svg.properties = {...svg.properties, ariaHidden: 'true'}
  delete svg.properties['role']
  const label = `${context.locale.words.formula} ${formula.tex}`
  return h('span', {className, role: 'img', ariaLabel: label, dataTex: formula.tex}, [svg])
}

function firstElement(html: string): Element {
  const element = fromHtml(html, {fragment: true}).children.find((child) => child.type === 'element')
  if (!element) throw new Error('MathJax gave no element')
  return element
}
