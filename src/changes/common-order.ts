/**
 * Pairs of positions of what two lists have in common, in the order of both. Where values repeat, the first goes with the
 * first; then it may be a little shorter than the longest such list (patience diff).
 */
export function commonOrder(before: readonly string[], after: readonly string[]): [before: number, after: number][] {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  let end = 0
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  const between = pairsOf(before.slice(start, before.length - end), after.slice(start, after.length - end))
  const kept = new Set(longestIncreasing(between.map(([, to]) => to)))
  return [
    ...Array.from({length: start}, (_, index): [number, number] => [index, index]),
    ...between.filter((_, index) => kept.has(index)).map(([from, to]): [number, number] => [start + from, start + to]),
    ...Array.from({length: end}, (_, index): [number, number] => [
      before.length - end + index,
      after.length - end + index,
    ]),
  ]
}

/** The first of each value in one list with the first in the other, the second with the second; in the first one's order. */
function pairsOf(before: readonly string[], after: readonly string[]): [number, number][] {
  const places = new Map<string, number[]>()
  for (const [index, value] of after.entries()) {
    const known = places.get(value)
    if (known) known.push(index)
    else places.set(value, [index])
  }
  for (const known of places.values()) known.reverse()
  return before.flatMap((value, index): [number, number][] => {
    const place = places.get(value)?.pop()
    return place === undefined ? [] : [[index, place]]
  })
}

/** Positions of a longest increasing subsequence of distinct numbers. */
export function longestIncreasing(values: readonly number[]): number[] {
  // Of each length the position where such a sequence ends lowest, and of each position the one before it.
  const ends: number[] = []
  const previous: number[] = []
  for (const [position, value] of values.entries()) {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1
      else high = middle
    }
    previous.push(low > 0 ? (ends[low - 1] ?? -1) : -1)
    ends[low] = position
  }
  const found: number[] = []
  for (let position = ends.at(-1) ?? -1; position >= 0; position = previous[position] ?? -1) found.push(position)
  return found.toReversed()
}
