import type {Block, Solution} from '../../model/block.ts'
import type {Chapter, Section} from '../../model/course.ts'
import {editions, type Audience} from '../../model/output.ts'
import {allBlocks} from '../../model/walk.ts'
import {backMatterSection, plain} from './back-matter-chapter.ts'

/** Who reads the solutions once they are released: everybody, in the book. */
export const releasedAudience: Audience = {
  outputs: ['epub', 'pdf'],
  editions,
  rules: [{name: 'solutions: back', line: 1}],
}

/** The solutions of a course as sections, one for each chapter that has any. What the teacher has stays where it is. */
export function collectSolutions(chapters: readonly Chapter[]): Section[] {
  return chapters.flatMap((chapter) => {
    const solutions = [...allBlocks(chapter)].filter((block): block is Solution => block.type === 'solution')
    if (solutions.length === 0) return []
    const title = [...plain(`${chapter.label}　`), ...chapter.title]
    return [
      backMatterSection(
        {audience: releasedAudience, id: `back-solutions-${chapter.number || chapter.id}`, title},
        solutions.map((block) => release(block)),
      ),
    ]
  })
}

/** A copy of a block, and of all inside it, under ids of its own and for its new readers. */
function release<Type>(value: Type): Type {
  if (Array.isArray(value)) return value.map((one) => release(one) as unknown) as Type
  if (typeof value !== 'object' || value === null) return value
  const copy = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, release(inner as unknown)]))
  if (isBlock(value)) Object.assign(copy, {id: `${value.id}-back`, audience: releasedAudience})
  return copy as Type
}

const isBlock = (value: object): value is Block => 'audience' in value && 'id' in value
