/** Takes one of a list, the same one each time: victims of one defect are different ones. */
export type Choose = <T>(list: readonly T[]) => T

const studySeed = 20_261_124

/** The `nth` of what a shuffle by `key` leaves first. */
export function chooser(key: string, nth: number): Choose {
  let calls = 0
  return (list) => {
    const random = randomFrom(`${studySeed} ${key} ${calls++}`)
    const order = shuffled(list, random)
    const chosen = order[nth % order.length]
    if (chosen === undefined) throw new Error(`Nothing to choose from: ${key}`)
    return chosen
  }
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const order = [...list]
  for (let index = order.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1))
    const [one, two] = [order[index], order[other]]
    if (one !== undefined && two !== undefined) [order[index], order[other]] = [two, one]
  }
  return order
}

/** FNV-1a of the key, then mulberry32: numbers from 0 to 1. */
function randomFrom(key: string): () => number {
  let state = 0x81_1c_9d_c5
  for (const character of key) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01_00_01_93)
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
