import {distance} from 'fastest-levenshtein'

/** The known name nearest to `name`, if it is near enough to be a slip of the finger. */
function nearestName(name: string, known: Iterable<string>): string | undefined {
  let best: {name: string; distance: number} | undefined
  for (const candidate of known) {
    const candidateDistance = slips(name.toLowerCase(), candidate.toLowerCase())
    if (!best || candidateDistance < best.distance) best = {name: candidate, distance: candidateDistance}
  }
  return best && best.distance <= Math.max(1, Math.min(name.length, best.name.length) / 4) ? best.name : undefined
}

/** Letters to change; one where two of them have changed places, and none could help where a word is put before the other. */
function slips(name: string, candidate: string): number {
  if (name.length > candidate.length + 1 && name.endsWith(candidate)) return Infinity
  const letters = distance(name, candidate)
  const isSwapped = letters === 2 && name.length === candidate.length && sorted(name) === sorted(candidate)
  return isSwapped ? 1 : letters
}

const sorted = (name: string) => Array.from(name).toSorted().join('')

/** A longer list would hide the message. */
const mostListed = 40

/** A hint that names the nearest known name, or all of them. */
export function hintNearest(name: string, known: readonly string[]): string {
  const nearest = nearestName(name, known)
  if (nearest) return `是不是 ${nearest}？ Did you mean ${nearest}?`
  return `可用 Known: ${[...known.slice(0, mostListed), ...(known.length > mostListed ? ['…'] : [])].join(', ')}`
}
