import type {PhrasingContent} from 'mdast'
import type {Position} from 'unist'
import type {Chapter, Course} from './course.ts'
import {allBlocks, descendPhrasing, ownPhrasing} from './walk.ts'

/** A formula of the course, in TeX. */
export interface Formula {
  readonly tex: string
  readonly display: boolean
}

export interface PlacedFormula extends Formula {
  readonly chapter: Chapter
  readonly position?: Position | undefined
}

/** Every formula of a course with its place. */
export function* collectFormulas(course: Course): Generator<PlacedFormula> {
  for (const chapter of course.chapters) {
    const notes = chapter.footnotes.map((footnote) => ({blocks: footnote.blocks, sections: []}))
    for (const outline of [chapter, ...notes]) {
      for (const block of allBlocks(outline)) {
        if (block.type === 'equation') yield {tex: block.tex, display: true, chapter, position: block.position}
        yield* inlineFormulas(ownPhrasing(block), chapter)
      }
    }
    yield* inlineFormulas(chapter.title, chapter)
    yield* titleFormulas(chapter.sections, chapter)
  }
}

function* titleFormulas(sections: Chapter['sections'], chapter: Chapter): Generator<PlacedFormula> {
  for (const section of sections) {
    yield* inlineFormulas(section.title, chapter)
    yield* titleFormulas(section.sections, chapter)
  }
}

function* inlineFormulas(nodes: readonly PhrasingContent[], chapter: Chapter): Generator<PlacedFormula> {
  for (const node of descendPhrasing(nodes)) {
    if (node.type === 'inlineMath') yield {tex: node.value, display: false, chapter, position: node.position}
  }
}
