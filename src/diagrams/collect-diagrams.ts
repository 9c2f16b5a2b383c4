import type {Diagram, Figure} from '../model/block.ts'
import type {Chapter, Course} from '../model/course.ts'
import {allBlocks} from '../model/walk.ts'

/** A figure that is drawn from text, and the chapter it stands in. */
export interface PlacedDiagram {
  readonly chapter: Chapter
  readonly figure: Figure & {readonly diagram: Diagram}
}

export function collectDiagrams(course: Course): PlacedDiagram[] {
  return course.chapters.flatMap((chapter) =>
    [...allBlocks(chapter)].flatMap((block) =>
      block.type === 'figure' && block.diagram ? [{chapter, figure: {...block, diagram: block.diagram}}] : [],
    ),
  )
}
