import type {ContentUnit, Observation} from '../model/coverage.ts'
import {blankMark, placeholder} from './normalize-text.ts'

/** The first text of a unit that the observations do not hold. */
export function lacking(unit: ContentUnit, observed: readonly Observation[]): string | undefined {
  const readings = observed.map(({readings: apart, text}) => apart ?? text).join('')
  return (
    unit.texts.find((text) => !holds(observed, text)) ??
    unit.readings.find((one) => !readings.includes(one)) ??
    lackingFormula(unit, observed)
  )
}

/** The first formula that does not stand where it should, where the format keeps their TeX. */
function lackingFormula({formulas}: ContentUnit, observed: readonly Observation[]): string | undefined {
  if (observed.every((observation) => observation.formulas === undefined)) return undefined
  const found = observed.flatMap((observation) => observation.formulas ?? [])
  let from = 0
  for (const formula of formulas) {
    const at = found.indexOf(formula, from)
    if (at < 0) return `$${formula}$`
    from = at + 1
  }
  return undefined
}

/** Whether observations hold a text: exactly where the reader keeps placeholders, else its fragments in order. */
export function holds(observed: readonly Observation[], text: string): boolean {
  const whole = observed.map((observation) => observation.text).join('')
  if (whole.includes(text)) return true
  if (whole.includes(placeholder)) return false
  let from = 0
  for (const fragment of fragmentsOf(text)) {
    const at = whole.indexOf(fragment, from)
    if (at < 0) return false
    from = at + fragment.length
  }
  return true
}

/** What a text says between formulas, marks of notes and bullets. */
export const fragmentsOf = (text: string): string[] => text.split(placeholder).filter(Boolean)

/** Code to the character; of a listing cut over slides, the pieces put together. */
export function codeMatches(unit: ContentUnit, observed: readonly Observation[]): boolean {
  if (!unit.code) return true
  const pieces = observed.flatMap(({code}) => (code === undefined ? [] : [code]))
  return pieces.length > 0 && (pieces.includes(unit.code) || pieces.join('\n') === unit.code)
}

/** Characters of a word that is left blank, at most; and what part of a text must not be, at least. */
const longestBlank = 24
const leastWritten = 1 / 4

/**
 * Whether observations hold a text in which words may be left blank: its fragments one after the other, each whole or with
 * blanks in it. A blank could be anything, so that enough of the text must be written.
 */
export function holdsWithBlanks(observed: readonly Observation[], text: string): boolean {
  const whole = observed.map((observation) => observation.text).join('')
  const fragments = fragmentsOf(text)
  let from = 0
  let written = 0
  for (const fragment of fragments) {
    const places = Array.from({length: whole.length - from}, (_value, index) => placeAt(fragment, whole, from + index))
    const best = places.reduce((one, other) => (other && other.written > (one?.written ?? -1) ? other : one), undefined)
    if (!best) return false
    from = best.end
    written += best.written
  }
  return written >= leastWritten * fragments.join('').length
}

interface Place {
  readonly end: number
  /** Characters of the text that are there. */
  readonly written: number
}

/** Where a text ends that begins at a place of another, in which a blank stands for up to so many characters. */
function placeAt(text: string, whole: string, at: number): Place | undefined {
  let same = 0
  while (same < text.length && text[same] === whole[at + same]) same++
  if (same === text.length) return {end: at + same, written: same}
  if (whole[at + same] !== blankMark) return undefined
  const lengths = Array.from({length: Math.min(longestBlank, text.length - same)}, (_value, index) => index + 1)
  for (const length of lengths) {
    const rest = placeAt(text.slice(same + length), whole, at + same + 1)
    if (rest) return {end: rest.end, written: rest.written + same}
  }
  return undefined
}
