import type {PhrasingContent} from 'mdast'
import type {Block} from '../model/block.ts'
import type {Section} from '../model/course.ts'
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
