import type {PhrasingContent} from 'mdast'
import type {Block} from '../../model/block.ts'
import type {Course, Section} from '../../model/course.ts'
import {descend} from '../../model/walk.ts'

interface Heading {
  readonly id: string
  readonly title: readonly PhrasingContent[]
  readonly blocks: readonly Block[]
  readonly sections: readonly Section[]
}

/** The chapter or section that has an id, or that contains the block with it. */
export function findHeading(id: string, {chapters}: Course): Heading | undefined {
  const all = chapters.flatMap((chapter) => [...headingsOf(chapter)])
  return (
    all.find((one) => one.id === id) ?? all.find(({blocks}) => [...descend(blocks)].some((block) => block.id === id))
  )
}

function* headingsOf(outline: Heading): Generator<Heading> {
  yield outline
  for (const section of outline.sections) yield* headingsOf(section)
}
