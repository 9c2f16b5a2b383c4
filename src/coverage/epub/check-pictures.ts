import {hash} from 'node:crypto'
import type {ArtifactProblem} from '../../model/coverage.ts'
import type {Course} from '../../model/course.ts'
import {allBlocks} from '../../model/walk.ts'

const pictures = /\.(?:svg|png|jpe?g|gif|webp|avif)$/iu

/** Each picture in an e-book is, byte for byte, a file of the course, or a diagram drawn from its text; only the cover is made. */
export function checkPictures(files: Readonly<Record<string, Uint8Array>>, course: Course): ArtifactProblem[] {
  const known = new Set(Array.from(course.resources.values(), ({contents}) => hash('sha256', contents)))
  const drawn = course.chapters.flatMap((chapter) =>
    [...allBlocks(chapter)].flatMap((block) => (block.type === 'figure' && block.diagram ? [block.resource] : [])),
  )
  const unknown = Object.entries(files).filter(
    ([name, contents]) => pictures.test(name) && !name.endsWith('/cover.jpg') && !known.has(hash('sha256', contents)),
  )
  if (unknown.length <= new Set(drawn).size) return []
  const names = unknown.map(([name]) => name).join(', ')
  return [{ruleId: 'nothing-is-added', reason: `有不是课程里的图片 / Pictures that are not of the course: ${names}`}]
}
