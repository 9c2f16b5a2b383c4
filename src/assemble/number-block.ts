import type {ChapterScope} from './scope.ts'

type NumberedKind = Exclude<keyof ChapterScope['locale']['labels'], 'appendix' | 'chapter' | 'section' | 'equation'>

/** The next label of a kind in the chapter, for instance `图 3-2`, entered in the table of references under `id`. */
export function numberBlock(kind: NumberedKind, id: string, scope: ChapterScope): string {
  const label = `${scope.locale.labels[kind]} ${scope.chapterNumber || 0}-${countUp(kind, scope)}`
  scope.references.set(id, {id, label, chapter: scope.chapter})
  return label
}

/** The next number of an equation: `式 (3-2)` where it is referred to, `(3-2)` beside it. */
export function numberEquation(id: string, scope: ChapterScope): string {
  const number = `${scope.chapterNumber || 0}-${countUp('equation', scope)}`
  scope.references.set(id, {id, label: scope.locale.labels.equation(number), chapter: scope.chapter})
  return `(${number})`
}

/** An equation with a number of its own, as it stands beside it. */
export function tagEquation(id: string, tag: string, scope: ChapterScope): string {
  const number = tag.replace(/^\((?<inner>.*)\)$/u, '$<inner>')
  scope.references.set(id, {id, label: scope.locale.labels.equation(number), chapter: scope.chapter})
  return tag
}

function countUp(kind: string, scope: ChapterScope): number {
  const next = (scope.counters.get(kind) ?? 0) + 1
  scope.counters.set(kind, next)
  return next
}
