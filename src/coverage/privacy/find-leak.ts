import type {ContentUnit} from '../../model/coverage.ts'
import {normalizeText} from '../normalize-text.ts'
import {textsOfUnits} from './public-words.ts'
import {tellingParts} from './telling-parts.ts'

/** What only the teacher may read and a public text says: the first of it; absent when there is none. */
export function findLeak(text: string, units: readonly ContentUnit[]): string | undefined {
  const [open, closed] = [true, false].map((wanted) =>
    units.filter(({editions}) => editions.includes('student') === wanted),
  )
  const known = textsOfUnits(open ?? [])
  const said = normalizeText(text)
  return (closed ?? [])
    .flatMap(({texts}) => texts.flatMap((one) => tellingParts(one, 'site')))
    .find((part) => said.includes(part) && !known.includes(part))
}
