/** As many as an argument list has room for on any stack. */
const atOnce = 10_000

/** Replaces one item of a list by any number of others, in place. */
export function replaceAt<Item>(list: Item[], index: number, others: readonly Item[]): void {
  list.splice(index, 1, ...others.slice(0, atOnce))
  for (let at = atOnce; at < others.length; at += atOnce) list.splice(index + at, 0, ...others.slice(at, at + atOnce))
}
