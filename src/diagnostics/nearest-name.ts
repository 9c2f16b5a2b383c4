import {distance} from 'fastest-levenshtein'

/** The known name nearest to `name`, if it is near enough to be a slip of the finger. */
function nearestName(name: string, known: Iterable<string>): string | undefined {
  let best: {name: string; distance: number} | undefined
  for (const candidate of known) {
    const candidateDistance = distance(name.toLowerCase(), candidate.toLowerCase())
    if (!best || candidateDistance < best.distance) best = {name: candidate, distance: candidateDistance}
  }
  return best && best.distance <= Math.max(2, name.length / 3) ? best.name : undefined
}

/** A longer list would hide the message. */
const mostListed = 40

/** A hint that names the nearest known name, or all of them. */
export function hintNearest(name: string, known: readonly string[]): string {
  const nearest = nearestName(name, known)
  if (nearest) return `是不是 ${nearest}？ Did you mean ${nearest}?`
  return `可用 Known: ${[...known.slice(0, mostListed), ...(known.length > mostListed ? ['…'] : [])].join(', ')}`
}
