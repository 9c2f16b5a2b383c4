/** Of any number of numbers, and of `floor`: for those whose count a course decides, `Math.max(...numbers)` has no room on its stack. */
export function greatest(numbers: Iterable<number>, floor = -Infinity): number {
  let most = floor
  for (const number of numbers) most = Math.max(most, number)
  return most
}

/** Likewise the least. */
export function least(numbers: Iterable<number>, ceiling = Infinity): number {
  let found = ceiling
  for (const number of numbers) found = Math.min(found, number)
  return found
}
