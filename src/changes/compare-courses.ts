import type {CourseChanges, NumberChange, SectionChange} from '../model/changes.ts'
import type {Course} from '../model/course.ts'
import type {Edition} from '../model/output.ts'
import {selectEdition} from '../model/select-edition.ts'
import {longestIncreasing} from './common-order.ts'
import {compareGoals} from './compare-goals.ts'
import {compareBlocks, removedBlocks, type Comparison} from './compare-blocks.ts'
import {chapterOf, matchPassages} from './match-passages.ts'
import {matchUnits} from './match-units.ts'
import {readPassages, type Passage} from './read-passages.ts'
import {removedAfter} from './removed-after.ts'
import {withholdPrivate} from './withhold-private.ts'

/**
 * What the readers of an edition will find changed: chapters, sections and blocks added, removed, changed and moved; numbers;
 * topics and objectives. Only what can be read or seen counts: not ids, emphasis, or how a section is laid out on slides.
 */
export function compareCourses(before: Course, after: Course, edition: Edition): CourseChanges {
  const read = (course: Course) => readPassages(selectEdition(course, edition), edition)
  const [old, now] = [read(before), read(after)]
  const passages = matchPassages(old, now)
  const comparison: Comparison = {
    before: old,
    after: now,
    passages,
    units: matchUnits({before: old, after: now}, passages),
    homes: new Map(old.flatMap((passage) => passage.units.map((unit) => [unit, passage] as const))),
  }
  return withholdPrivate(
    {
      edition,
      title: {before: before.title, after: after.title},
      date: {before: before.date, after: after.date},
      sections: compareSections(comparison),
      numbers: compareNumbers(comparison),
      goals: compareGoals(before, after, edition),
    },
    after,
  )
}

/** In the order of the new course; what was removed stands after what it stood behind. */
function compareSections(comparison: Comparison): SectionChange[] {
  const {after, before, passages} = comparison
  const kept = new Map(Array.from(passages, ([now, old]) => [old, now]))
  const moved = movedPassages(comparison)
  const removed = removedAfter(before, (passage) => kept.get(passage))
  const removedSections = (anchor: Passage | undefined) =>
    (removed.get(anchor) ?? []).map((passage): SectionChange => {
      const chapter = kept.get(chapterOf(passage)) ?? chapterOf(passage)
      const blocks = removedBlocks(passage, comparison)
      return {state: 'removed', heading: passage.heading, chapter: chapter.heading, blocks}
    })
  const changed = after.flatMap((passage) => [compareSection(passage, moved, comparison), ...removedSections(passage)])
  return [...removedSections(undefined), ...changed].filter(
    ({blocks, formerTitle, movedFrom, state}) =>
      state !== 'kept' || blocks.length > 0 || formerTitle !== undefined || movedFrom !== undefined,
  )
}

function compareSection(now: Passage, moved: ReadonlySet<Passage>, comparison: Comparison): SectionChange {
  const old = comparison.passages.get(now)
  const isRenamed = old && old.titleKey !== now.titleKey && old.heading.title !== now.heading.title
  return {
    state: old ? 'kept' : 'added',
    heading: now.heading,
    chapter: chapterOf(now).heading,
    ...(isRenamed ? {formerTitle: old.heading.title} : {}),
    ...(old && moved.has(now) ? {movedFrom: old.heading} : {}),
    blocks: compareBlocks(now, comparison),
  }
}

/** Those that stand in another chapter or section now, or elsewhere among their neighbours. */
function movedPassages({after, before, passages}: Comparison): Set<Passage> {
  const places = new Map(before.map((passage, index) => [passage, index]))
  const moved = new Set<Passage>()
  for (const [parent, siblings] of Map.groupBy(after, (passage) => passage.parent)) {
    const home = parent && passages.get(parent)
    const known = siblings.filter((passage) => passages.has(passage))
    const stayed = known.filter((passage) => passages.get(passage)?.parent === home)
    const order = stayed.map((passage) => places.get(passages.get(passage) ?? passage) ?? 0)
    const inOrder = new Set(longestIncreasing(order).map((index) => stayed[index]))
    for (const passage of known) if (!inOrder.has(passage)) moved.add(passage)
  }
  return moved
}

function compareNumbers({after, passages, units}: Comparison): NumberChange[] {
  return after.flatMap((passage) => {
    const headings = {id: passage.heading.id, old: passages.get(passage)?.heading, now: passage.heading}
    const blocks = passage.units.map((unit) => ({id: unit.id, old: units.get(unit), now: unit}))
    return [headings, ...blocks].flatMap(({id, now, old}) => {
      const [from, to] = [old?.label ?? '', now.label]
      return from && to && from !== to ? [{id, before: from, after: to}] : []
    })
  })
}
