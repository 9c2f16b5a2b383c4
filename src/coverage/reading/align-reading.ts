import {placeholder} from '../normalize-text.ts'

/** A text that must stand in a linear reading, without white space and without anything in between. */
export interface ReadingPiece {
  readonly unit: string
  readonly text: string
}

/** Where a reading departs from what was expected. */
export type Departure =
  | {readonly kind: 'added'; readonly text: string; readonly before: string}
  | {readonly kind: 'misplaced' | 'lost'; readonly text: string; readonly unit: string}

/** What may stand between pieces: words that lectern itself writes. */
export interface Generated {
  /** Texts by their first character, longest first. */
  readonly tokens: ReadonlyMap<string, readonly string[]>
}

export function generatedTokens(texts: Iterable<string>): Generated {
  const distinct = [...new Set(texts)].filter(Boolean).toSorted((a, b) => b.length - a.length)
  return {tokens: Map.groupBy(distinct, (text) => text.charAt(0))}
}

/** Digits, signs, bullets and what stands for a formula, a mark or a drawing. */
const sign = new RegExp(`[\\p{P}\\p{S}\\p{N}${placeholder}]`, 'u')
/** More positions than these between two pieces are no gap. */
const mostPositions = 60_000

/**
 * Reads a text from front to back against the pieces that it must have in this order, with nothing but generated words between them.
 * What comes before the first and after the last piece is not judged.
 */
export function alignReading(text: string, pieces: readonly ReadingPiece[], generated: Generated): Departure[] {
  const departures: Departure[] = []
  let position = -1
  let lost = ''
  for (const [index, piece] of pieces.entries()) {
    const {text: wanted} = piece
    const start =
      position < 0
        ? findStart(text, pieces.slice(index, index + mostAhead), generated)
        : findPiece(text, position, {wanted, next: pieces[index + 1]?.text, generated})
    if (start >= 0) {
      position = start + wanted.length
      continue
    }
    const departure = departureOf(text, position, {piece, following: pieces.slice(index + 1, index + 200)})
    if (departure.kind === 'lost') lost = wanted
    // What is left of a piece that was cut is not added.
    const isRest = departure.kind === 'added' && lost !== '' && lost.startsWith(departure.text.slice(0, 6))
    if (!isRest) departures.push(departure)
    if (departure.kind === 'added') position = text.indexOf(wanted, position) + wanted.length
  }
  return departures
}

interface Wanted {
  readonly wanted: string
  /** The piece behind it, if there is one. */
  readonly next: string | undefined
  readonly generated: Generated
}

/**
 * Where the first piece begins: of all places where its text occurs the one from which most of those behind it follow. Titles are in the
 * contents as well, one after the other, and a title of one letter is in many words. Of places as good as each other it is the last, or the first where nothing follows; -1 for none.
 */
function findStart(text: string, pieces: readonly ReadingPiece[], generated: Generated): number {
  const [{text: wanted} = {text: ''}, ...others] = pieces
  let best = {at: -1, follow: -1}
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    let position = at + wanted.length
    const lost = others.findIndex(({text: next}) => {
      const found = reach(text, {
        from: position,
        generated,
        most: positionsAhead,
        isWanted: (behind) => text.startsWith(next, behind),
      })
      position = found + next.length
      return found < 0
    })
    const follow = lost < 0 ? others.length : lost
    if (follow > best.follow || (follow > 0 && follow === best.follow)) best = {at, follow}
  }
  return best.at
}

/** Pieces that are tried to find out where a reading begins. */
const mostAhead = 30

/**
 * Finds a piece behind a gap of generated words; -1 if it is missing. A short piece, such as a title of one letter, also occurs inside other
 * words, so the occurrence from which the next piece can be reached is preferred.
 */
function findPiece(text: string, position: number, {generated, next, wanted}: Wanted): number {
  const leadsOn = (at: number) =>
    next === undefined ||
    reach(text, {
      from: at + wanted.length,
      generated,
      most: positionsAhead,
      isWanted: (behind) => text.startsWith(next, behind),
    }) >= 0
  const isIt = (at: number) => text.startsWith(wanted, at) && (wanted.length > mostLetters || leadsOn(at))
  const found = reach(text, {from: position, generated, isWanted: isIt})
  return found >= 0 ? found : findAfterGap(text, position, {wanted, generated})
}

/** The longest piece that is likely to occur inside other words. */
const mostLetters = 8
/** Positions that the search for the next piece may try. */
const positionsAhead = 2000

/** Why a piece does not stand after `position`. */
function departureOf(
  text: string,
  position: number,
  {following, piece}: {readonly piece: ReadingPiece; readonly following: readonly ReadingPiece[]},
): Departure {
  const {text: wanted, unit} = piece
  const later = position < 0 || wanted.length < 4 ? -1 : text.indexOf(wanted, position)
  if (later < 0) return {kind: wanted.length >= 4 && text.includes(wanted) ? 'misplaced' : 'lost', text: wanted, unit}
  const skipped = text.slice(position, later)
  // What should come later stands here: then this piece is late. The others will be found where they stand.
  const isOrder = following.some((one) => one.text.length >= 6 && skipped.includes(one.text))
  return isOrder ? {kind: 'misplaced', text: wanted, unit} : {kind: 'added', text: skipped, before: unit}
}

/** Whether a text is nothing but generated words. */
export function isGenerated(text: string, generated: Generated): boolean {
  return leadsTo(text, generated, (rest) => rest === '')
}

/** Whether generated words at the head of a text lead to a rest that is wanted. */
export function leadsTo(text: string, generated: Generated, isWanted: (rest: string) => boolean): boolean {
  return reach(text, {from: 0, generated, isWanted: (position) => isWanted(text.slice(position))}) >= 0
}

function findAfterGap(
  text: string,
  from: number,
  {generated, wanted}: {readonly wanted: string; readonly generated: Generated},
): number {
  return reach(text, {from, generated, isWanted: (position) => text.startsWith(wanted, position)})
}

interface Reach {
  readonly from: number
  readonly generated: Generated
  readonly isWanted: (position: number) => boolean
  /** Positions that are tried. */
  readonly most?: number
}

/** The first position that generated words lead to from another and that is wanted; -1 when there is none. */
function reach(text: string, {from, generated: {tokens}, isWanted, most = mostPositions}: Reach): number {
  const seen = new Set([from])
  for (const position of seen) {
    if (isWanted(position)) return position
    if (seen.size > most) return -1
    const character = text.charAt(position)
    if (sign.test(character)) seen.add(position + 1)
    for (const token of tokens.get(character) ?? []) {
      if (text.startsWith(token, position)) seen.add(position + token.length)
    }
  }
  return -1
}
