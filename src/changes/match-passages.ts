import {pairSimilar} from './pair-similar.ts'
import type {Passage} from './read-passages.ts'

/** What something was in the old course, by what it is in the new one. */
export type Counterparts<T> = Map<T, T>

/**
 * Finds the chapters and sections of the old course again: by the author's id, by their title in the same chapter or
 * section, else by what their text has in common. Numbers say nothing: those of all sections change when one comes before them.
 */
export function matchPassages(before: readonly Passage[], after: readonly Passage[]): Counterparts<Passage> {
  const found: Counterparts<Passage> = new Map()
  const taken = new Set<Passage>()
  const add = (old: Passage, now: Passage) => {
    found.set(now, old)
    taken.add(old)
  }
  for (const kind of ['chapter', 'section'] as const) {
    const openBefore = () => before.filter((one) => one.kind === kind && !taken.has(one))
    const openAfter = () => after.filter((one) => one.kind === kind && !found.has(one))
    const named = new Map(openBefore().flatMap((one) => (one.isNamed ? [[one.heading.id, one]] : [])))
    for (const now of openAfter()) {
      const old = now.isNamed ? named.get(now.heading.id) : undefined
      if (old) add(old, now)
    }
    // In reading order, so that what they stand in is found before them.
    for (const now of openAfter()) {
      const home = now.parent && found.get(now.parent)
      const old = openBefore().find((one) => one.parent === home && one.titleKey === now.titleKey)
      if (old) add(old, now)
    }
    const textOf = kind === 'chapter' ? wholeText([...before, ...after]) : ownText
    for (const [old, now] of pairSimilar(openBefore(), openAfter(), textOf)) add(old, now)
  }
  return found
}

const ownText = ({titleKey, units}: Passage): string =>
  [titleKey, ...units.flatMap(({pieces}) => pieces.map(({key}) => key))].join('\n')

/** The text of a chapter with all its sections. */
function wholeText(passages: readonly Passage[]): (one: Passage) => string {
  const chapters = Map.groupBy(passages, (passage) => chapterOf(passage))
  return (one) => (chapters.get(one) ?? []).map((passage) => ownText(passage)).join('\n')
}

export function chapterOf(passage: Passage): Passage {
  return passage.parent ? chapterOf(passage.parent) : passage
}
