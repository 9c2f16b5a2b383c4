import {commonOrder} from './common-order.ts'
import type {Counterparts} from './match-passages.ts'
import {pairSimilar} from './pair-similar.ts'
import type {Passage} from './read-passages.ts'
import type {Unit} from './units-of.ts'

/** Shorter texts stand in several sections by chance. */
const shortestMoved = 10

/**
 * Finds the blocks of the old course again: by the author's id; in their section by what they say, in order and then in any;
 * in other sections by what they say; and what is left over in a section by how similar it is, between the same neighbours.
 */
export function matchUnits(
  passages: {readonly before: readonly Passage[]; readonly after: readonly Passage[]},
  counterparts: Counterparts<Passage>,
): Counterparts<Unit> {
  const found: Counterparts<Unit> = new Map()
  const taken = new Set<Unit>()
  const open = (units: readonly Unit[]) => units.filter((unit) => !taken.has(unit) && !found.has(unit))
  const add: Add = (old, now) => {
    if (!old || !now || taken.has(old) || found.has(now)) return
    found.set(now, old)
    taken.add(old)
  }
  const all = {
    before: passages.before.flatMap(({units}) => units),
    after: passages.after.flatMap(({units}) => units),
  }
  const named = new Map(all.before.flatMap((unit) => (unit.isNamed ? [[unit.id, unit]] : [])))
  for (const now of all.after) if (now.isNamed) add(named.get(now.id), now)

  for (const [now, old] of counterparts) {
    const keyOf = (unit: Unit) => (found.has(unit) || taken.has(unit) ? `#${unit.id}` : unit.key)
    const [oldKeys, nowKeys] = [old.units.map((unit) => keyOf(unit)), now.units.map((unit) => keyOf(unit))]
    for (const [from, to] of commonOrder(oldKeys, nowKeys)) add(old.units[from], now.units[to])
    addEqual(open(old.units), open(now.units), add)
  }
  const isLong = (unit: Unit) => unit.pictures !== '' || textOf(unit).length >= shortestMoved
  addEqual(open(all.before).filter(isLong), open(all.after).filter(isLong), add)

  for (const [now, old] of counterparts) {
    for (const gap of gapsOf(old.units, now.units, found)) {
      for (const [one, other] of pairSimilar(gap.before, gap.after, kindAndText)) add(one, other)
    }
  }
  return found
}

type Add = (old: Unit | undefined, now: Unit | undefined) => void

/** Pairs those that say the same, wherever they stand. */
function addEqual(before: readonly Unit[], after: readonly Unit[], add: Add): void {
  const byKey = Map.groupBy(before, ({key}) => key)
  for (const [key, units] of Map.groupBy(after, (unit) => unit.key)) {
    for (const [index, now] of units.entries()) add(byKey.get(key)?.[index], now)
  }
}

interface Gap {
  readonly before: Unit[]
  readonly after: Unit[]
}

/** What is left over between two blocks that stayed neighbours of it. */
function gapsOf(before: readonly Unit[], after: readonly Unit[], found: Counterparts<Unit>): readonly Gap[] {
  const olds = new Set(found.values())
  const places = new Map(before.map((unit, index) => [unit, index]))
  const keys = before.map((unit) => (olds.has(unit) ? unit.id : ''))
  const anchors = commonOrder(
    keys.map((key, index) => key || `left over before ${index}`),
    after.map((unit, index) => {
      const old = found.get(unit)
      return old && places.has(old) ? old.id : `left over after ${index}`
    }),
  )
  const gaps: Gap[] = []
  let [from, to] = [0, 0]
  for (const [oldEnd, nowEnd] of [...anchors, [before.length, after.length] as const]) {
    gaps.push({
      before: before.slice(from, oldEnd).filter((unit) => !olds.has(unit)),
      after: after.slice(to, nowEnd).filter((unit) => !found.has(unit)),
    })
    ;[from, to] = [oldEnd + 1, nowEnd + 1]
  }
  return gaps.filter((gap) => gap.before.length > 0 && gap.after.length > 0)
}

const textOf = ({pieces}: Unit): string => pieces.map(({key}) => key).join('\n')

/** Of two that are as similar, the one of the same kind. */
const kindAndText = (unit: Unit): string => `${unit.name}\n${textOf(unit)}`
