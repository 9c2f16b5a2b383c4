import type {ContentUnit} from '../../model/coverage.ts'
import type {Target} from '../../model/output.ts'
import {normalizeText, placeholder} from '../normalize-text.ts'
import type {ReadingPiece} from './align-reading.ts'

/** The texts that a linear output, an e-book or a printed book, has of its units, in their order. */
export function linearPieces(units: readonly ContentUnit[], {edition, output}: Target): ReadingPiece[] {
  return units
    .filter(({editions, outputs}) => editions.includes(edition) && outputs.includes(output))
    .flatMap(({code, id, number, texts}) =>
      [number, ...texts, ...code.split('\n')]
        .flatMap((text) => normalizeText(text).split(placeholder))
        .filter(Boolean)
        .map((text) => ({unit: id, text})),
    )
}
