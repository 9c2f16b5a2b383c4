import {hash} from 'node:crypto'
import path from 'node:path'
import type {ArtifactProblem} from '../../model/coverage.ts'
import type {Course} from '../../model/course.ts'
import {allBlocks} from '../../model/walk.ts'

const pictures = /\.(?:svg|png|jpe?g|gif|webp|avif)$/iu

type Entries = Readonly<Record<string, Uint8Array>>

/**
 * Each picture in an e-book is, byte for byte, a file of the course, or a diagram drawn from its text; only the cover is made, and
 * is whole. Pictures are named by what is in them, so that none can stand in the place of another.
 */
export function checkPictures(files: Entries, course: Course): ArtifactProblem[] {
  return [...checkKnown(files, course), ...checkNames(files), ...checkCover(files)]
}

function checkKnown(files: Entries, course: Course): ArtifactProblem[] {
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

/** `media/` and the first digits of the SHA-256. */
function checkNames(files: Entries): ArtifactProblem[] {
  const other = Object.entries(files).filter(([name, contents]) => {
    const [, digits] = /\/media\/(?<digits>[\da-f]{12})\.\w+$/u.exec(name) ?? []
    return digits !== undefined && !hash('sha256', contents).startsWith(digits)
  })
  return other.map(([name]) => ({
    ruleId: 'nothing-is-added',
    reason: `图片不是它的名字所指的那张 / Another picture than its name says: ${path.posix.basename(name)}`,
  }))
}

/** A JPEG ends with its end-of-image marker (ITU T.81, B.2.1). */
function checkCover(files: Entries): ArtifactProblem[] {
  const [, cover] = Object.entries(files).find(([name]) => name.endsWith('/cover.jpg')) ?? []
  if (!cover || (cover.at(-2) === 0xff && cover.at(-1) === 0xd9)) return []
  return [{ruleId: 'artifact-opens', reason: '封面图不完整 / The picture of the cover is cut off'}]
}
