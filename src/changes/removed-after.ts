/** What is not kept, by what is kept and stood last before it. */
export function removedAfter<T>(
  before: readonly T[],
  counterpartOf: (one: T) => T | undefined,
): Map<T | undefined, T[]> {
  const removed = new Map<T | undefined, T[]>()
  let anchor: T | undefined
  for (const one of before) {
    const counterpart = counterpartOf(one)
    if (counterpart !== undefined) anchor = counterpart
    else removed.set(anchor, [...(removed.get(anchor) ?? []), one])
  }
  return removed
}
