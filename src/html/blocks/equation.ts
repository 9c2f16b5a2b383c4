import type {Element} from 'hast'
import {h} from 'hastscript'
import type {Equation} from '../../model/block.ts'
import {blockProperties} from '../block-properties.ts'
import {renderFormula} from '../math/render-formula.ts'
import type {RenderContext} from '../render-context.ts'

/** A formula on its own line with its number. In an e-book it may scroll, and then the keyboard must reach it. */
export function renderEquation(block: Equation, context: RenderContext): Element {
  const formula = renderFormula({tex: block.tex, display: true}, context)
  const scroll = context.medium === 'epub' ? {tabIndex: 0, role: 'group', ariaLabel: context.locale.words.formula} : {}
  return h('div', {...blockProperties(block.id, context), className: 'equation'}, [
    h('div', {className: 'equation-body', ...scroll}, [formula]),
    ...(block.label ? [h('span', {className: 'equation-number'}, block.label)] : []),
  ])
}
