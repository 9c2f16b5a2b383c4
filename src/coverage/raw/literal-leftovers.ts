import type {TypedMarkup} from '../../model/coverage.ts'
import {leftoverPlaces} from './find-leftovers.ts'

/** Length of markup that identifies the place where it was typed. */
const longest = 40
/** Shorter markup occurs in many places that were read as markup; the text beside it identifies the place. */
const telling = 12

/** Words between colons are also written without an emoji in mind. */
const alsoProse = 'emoji code'

/** The markup that running text shows as it was typed, with enough context to find it again. Each line is a block. */
export function literalLeftovers(prose: string): TypedMarkup[] {
  const distinct = new Map<string, TypedMarkup>()
  for (const {at, length, syntax} of leftoverPlaces(prose)) {
    if (syntax === alsoProse) continue
    const text = length < telling ? withNeighbours(prose, at, length) : prose.slice(at, at + Math.min(length, longest))
    const [typed = ''] = text.split('\uFFFC').toSorted((a, b) => b.length - a.length)
    const key = typed.replaceAll(/\s+/gu, '')
    if (key.length > 1) distinct.set(`${syntax} ${key}`, {syntax, text: key})
  }
  return [...distinct.values()]
}

function withNeighbours(prose: string, at: number, length: number): string {
  const before = /[^\n\uFFFC]{0,6}$/u.exec(prose.slice(Math.max(at - 6, 0), at))?.[0] ?? ''
  const after = /^[^\n\uFFFC]{0,6}/u.exec(prose.slice(at + length, at + length + 6))?.[0] ?? ''
  return before + prose.slice(at, at + length) + after
}
