import type {ContentUnit, Expectation} from '../../model/coverage.ts'
import type {Target} from '../../model/output.ts'
import {roleOnWorksheet} from '../worksheet-role.ts'
import type {SlideLedger} from './expect-on-slides.ts'

const shown: Expectation = {state: 'shown', reason: ''}

/** What an output has to show of a unit; `undefined` where the model alone does not say, as for the key sentences of a worksheet. */
export function expectUnit(unit: ContentUnit, target: Target, onSlides: SlideLedger): Expectation | undefined {
  const {editions, outputs, rules} = unit
  if (!outputs.includes(target.output) || !editions.includes(target.edition))
    return {state: 'left out', reason: rules.join(', ')}
  switch (target.output) {
    case 'epub':
    case 'pdf':
      return shown
    case 'deck':
      return onSlides.get(unit.id)
    case 'slides':
      return withoutReading(onSlides.get(unit.id))
    case 'handout':
      if (target.layout === 'notes') return shown
      return target.layout === 'worksheet' ? expectOnWorksheet(unit) : withoutReading(onSlides.get(unit.id))
    default:
      return target satisfies never
  }
}

/** What stands beside a slide stands nowhere in an output that has no reading text. */
function withoutReading(onSlide: Expectation | undefined): Expectation | undefined {
  if (onSlide?.state !== 'reading') return onSlide
  return {state: 'left out', reason: `only beside the slides: ${onSlide.reason}`}
}

function expectOnWorksheet(unit: ContentUnit): Expectation | undefined {
  return roleOnWorksheet(unit) === 'whole' ? shown : undefined
}
