import type {Element} from 'hast'
import {h} from 'hastscript'
import type {Listing} from '../../model/block.ts'

/**
 * A fragment without a box for each step of a listing: the deck's script brings out its lines, by their place among
 * those on this slide. The first step is what the slide begins with.
 */
export function renderCodeSteps(block: Listing): Element[] {
  const places = new Map(block.lines.map(({line}, index) => [line, index]))
  const steps = block.steps
    .map((lines) => lines.flatMap((line) => places.get(line) ?? []))
    .filter((lines) => lines.length > 0)
  if (steps.length < 2) return []
  return steps.map((lines, index) =>
    h('span', {className: index === 0 ? ['code-step'] : ['fragment', 'code-step'], dataLines: lines.join(' ')}),
  )
}
