/** Texts that have less in common are two texts. */
const leastSimilarity = 0.4

/** How far apart, counted among those that are left over, two may stand: else a chapter written anew would take hours. */
const farthest = 24

/** Pairs what is left over of two lists by how much their texts have in common, the most similar first. */
export function pairSimilar<T>(
  before: readonly T[],
  after: readonly T[],
  textOf: (one: T) => string,
): [before: T, after: T][] {
  const [old, now] = [before.map((one) => countPairs(textOf(one))), after.map((one) => countPairs(textOf(one)))]
  const candidates = old.flatMap((pairs, from) => {
    const first = Math.max(0, from - farthest)
    return now.slice(first, from + farthest + 1).map((others, index) => {
      return {from, to: first + index, similarity: shareOf(pairs, others)}
    })
  })
  const [left, right] = [new Set<number>(), new Set<number>()]
  const found: [T, T][] = []
  for (const {from, similarity, to} of candidates.toSorted((a, b) => b.similarity - a.similarity)) {
    if (similarity < leastSimilarity || left.has(from) || right.has(to)) continue
    left.add(from)
    right.add(to)
    const [one, other] = [before[from], after[to]]
    if (one !== undefined && other !== undefined) found.push([one, other])
  }
  return found
}

interface Pairs {
  readonly counts: ReadonlyMap<string, number>
  readonly total: number
}

/** A Chinese or Japanese character, a word or number of other scripts, or a sign. */
const token = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}]/gu

/** How often each two tokens follow each other in a text. */
function countPairs(text: string): Pairs {
  const counts = new Map<string, number>()
  let last = ''
  let total = 0
  for (const [current] of text.matchAll(token)) {
    const pair = `${last} ${current}`
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
    last = current
    total++
  }
  return {counts, total}
}

/** Dice's coefficient: what both have, of all they have; 1 for twice the same, also twice nothing. */
function shareOf(one: Pairs, other: Pairs): number {
  if (one.total + other.total === 0) return 1
  let common = 0
  for (const [pair, count] of one.counts) common += Math.min(count, other.counts.get(pair) ?? 0)
  return (2 * common) / (one.total + other.total)
}
