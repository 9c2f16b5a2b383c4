import type {ArtifactProblem, ContentUnit, SlideReading} from '../../model/coverage.ts'
import type {Target} from '../../model/output.ts'
import {placeholder} from '../normalize-text.ts'
import {alignReading, generatedTokens, type Generated} from './align-reading.ts'
import {ofSlide, piecesOf} from './check-slide-pages.ts'
import {checkWorksheet} from './check-worksheet.ts'

/** So many are told of one file. */
const mostTold = 12

export interface HandoutContext {
  readonly generated: Generated
  readonly target: Extract<Target, {output: 'handout'}>
  readonly units: readonly ContentUnit[]
}

/**
 * A handout against the deck of the same edition: of each slide what stands on it, then, where the layout shows it, what stands
 * beside it. A worksheet is no sequence of slides: see `checkWorksheet`.
 */
export function checkHandout(
  text: string,
  slides: readonly SlideReading[],
  {generated, target, units}: HandoutContext,
): ArtifactProblem[] {
  if (target.layout === 'worksheet') return checkWorksheet(text, units, target)
  const isKeptOut = lineFilter(units, target)
  const pieces = slides.flatMap(({beside, id, onSlide}) => {
    const lines = target.layout === 'notes' ? [...onSlide, ...beside] : onSlide
    return piecesOf(lines.filter((line) => !isKeptOut(line))).map((piece) => ({...piece, unit: id}))
  })
  return alignReading(text, pieces, withOwn(generated, units))
    .slice(0, mostTold)
    .map((departure) => {
      const id = departure.kind === 'added' ? departure.before : departure.unit
      const slide = slides.find((one) => one.id === id)
      return ofSlide(departure, slide)
    })
}

/** Whether a line of the deck is of what its author keeps out of handouts. */
function lineFilter(units: readonly ContentUnit[], {edition}: Target): (line: string) => boolean {
  const seen = units.filter(({editions}) => editions.includes(edition))
  const textOf = (some: readonly ContentUnit[]) => some.flatMap(({texts}) => texts).join('\n')
  const kept = textOf(seen.filter(({outputs}) => outputs.includes('handout')))
  const keptOut = textOf(seen.filter(({outputs}) => outputs.includes('deck') && !outputs.includes('handout')))
  return (line) => keptOut.includes(line) && !kept.includes(line)
}

/** What only handouts have may stand between what the deck has. */
function withOwn({tokens}: Generated, units: readonly ContentUnit[]): Generated {
  const own = units.filter(({outputs}) => outputs.includes('handout') && !outputs.includes('deck'))
  const texts = own.flatMap((unit) => unit.texts.flatMap((text) => text.split(placeholder)))
  return generatedTokens([...[...tokens.values()].flat(), ...texts])
}
