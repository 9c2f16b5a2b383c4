import type {BlockChange, BlockText, ChangedBlock, HeadingText} from '../model/changes.ts'
import {longestIncreasing} from './common-order.ts'
import {comparePieces} from './compare-pieces.ts'
import type {Counterparts} from './match-passages.ts'
import type {Passage} from './read-passages.ts'
import {removedAfter} from './removed-after.ts'
import type {Unit} from './units-of.ts'

/** Both courses, and what belongs together in them. */
export interface Comparison {
  readonly before: readonly Passage[]
  readonly after: readonly Passage[]
  readonly passages: Counterparts<Passage>
  readonly units: Counterparts<Unit>
  /** Where each block of the old course stood. */
  readonly homes: ReadonlyMap<Unit, Passage>
}

/** What changed in a chapter or section itself, in its new order; what was removed stands after what it stood behind. */
export function compareBlocks(now: Passage, comparison: Comparison): BlockChange[] {
  const {homes, passages, units} = comparison
  const old = passages.get(now)
  const places = new Map(old?.units.map((unit, index) => [unit, index]))
  const stayed = now.units.filter((unit) => places.has(units.get(unit) ?? unit))
  const order = stayed.map((unit) => places.get(units.get(unit) ?? unit) ?? 0)
  const inOrder = new Set(longestIncreasing(order).map((index) => stayed[index]))
  const kept = new Map(stayed.map((unit) => [units.get(unit) ?? unit, unit]))
  const removed = removedAfter(old?.units ?? [], (unit) => kept.get(unit))
  const gone = new Set(units.values())
  const removedBlocksAfter = (anchor: Unit | undefined) =>
    (removed.get(anchor) ?? [])
      .filter((unit) => !gone.has(unit))
      .map((unit): BlockChange => ({type: 'removed', block: textOf(unit)}))
  const changed = now.units.flatMap((unit): BlockChange[] => {
    const counterpart = units.get(unit)
    const home = counterpart && homes.get(counterpart)
    const move = {isMoved: !inOrder.has(unit), ...(home && home !== old ? {from: home.heading} : {})}
    return [...compareBlock(counterpart, unit, move), ...removedBlocksAfter(unit)]
  })
  return [...removedBlocksAfter(undefined), ...changed]
}

/** What of a removed section is nowhere else now. */
export function removedBlocks({units}: Passage, comparison: Comparison): BlockChange[] {
  const gone = new Set(comparison.units.values())
  return units.filter((unit) => !gone.has(unit)).map((unit) => ({type: 'removed', block: textOf(unit)}))
}

interface Move {
  readonly isMoved: boolean
  /** Absent within a section. */
  readonly from?: HeadingText
}

function compareBlock(old: Unit | undefined, now: Unit, {isMoved, ...from}: Move): BlockChange[] {
  if (!old) return [{type: 'added', block: textOf(now)}]
  const differences = comparePieces(old.pieces, now.pieces)
  const hasOtherOutputs = old.outputs.join(' ') !== now.outputs.join(' ')
  const change: ChangedBlock = {
    type: 'changed',
    block: textOf(now),
    before: textOf(old),
    differences,
    isRedrawn: old.pictures !== now.pictures,
    ...(hasOtherOutputs ? {outputs: {before: old.outputs, after: now.outputs}} : {}),
    ...from,
  }
  const isChanged =
    old.name !== now.name || change.isRedrawn || hasOtherOutputs || differences.some(({type}) => type !== 'same')
  if (isChanged) return [change]
  return isMoved ? [{type: 'moved', block: change.block, ...from}] : []
}

const textOf = ({id, label, name, pieces}: Unit): BlockText => {
  return {id, label, name, pieces: pieces.map(({text}) => text)}
}
