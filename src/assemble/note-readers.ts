import type {PhrasingContent} from 'mdast'
import type {Block} from '../model/block.ts'
import type {Chapter, Section} from '../model/course.ts'
import type {Audience} from '../model/output.ts'
import {phrasingOf} from '../model/walk.ts'
import {everybody} from './audience.ts'

export interface Outline {
  readonly audience?: Audience
  readonly title?: readonly PhrasingContent[]
  readonly blocks: readonly Block[]
  readonly sections: readonly Section[]
}

/** Who sees each reference to a footnote, by the footnote's name, in the order of first references. */
export function noteReaders(outline: Outline): ReadonlyMap<string, readonly Audience[]> {
  const references = Array.from(phrasingOf(outline)).flatMap(({audience = everybody, node}) =>
    node.type === 'footnoteReference' ? [{audience, name: node.identifier}] : [],
  )
  const byName = Map.groupBy(references, ({name}) => name)
  return new Map(Array.from(byName, ([name, found]) => [name, found.map(({audience}) => audience)]))
}

/** Who sees each footnote of a chapter, by its name: the readers of its marks in the text and in other notes. */
export function footnoteReaders({footnotes, ...chapter}: Chapter): ReadonlyMap<string, readonly Audience[]> {
  return noteReaders({...chapter, blocks: [...chapter.blocks, ...footnotes.flatMap(({blocks}) => blocks)]})
}

/** Names of notes, each before the notes inside it; those that are in each other stay in their order. */
export function outerFirst(names: readonly string[], inside: (name: string) => readonly string[]): string[] {
  const placed: string[] = []
  const seen = new Set<string>()
  const place = (name: string) => {
    if (seen.has(name)) return
    seen.add(name)
    for (const inner of inside(name).toReversed()) place(inner)
    placed.unshift(name)
  }
  for (const name of names.toReversed()) place(name)
  return placed
}
