import type {BlockChange, BlockText, CourseChanges, Difference} from '../model/changes.ts'
import type {Course} from '../model/course.ts'
import type {Edition} from '../model/output.ts'
import {readPassages} from './read-passages.ts'

/** Shorter texts stand in public and in private places by chance. */
const shortestPrivateText = 12

/** Stands for what was public and is not any more. */
const withheld = '…'

/**
 * Changes without what is the teacher's now: the text of a solution that was public by mistake must not be published once
 * more as what was removed.
 */
export function withholdPrivate(changes: CourseChanges, after: Course): CourseChanges {
  if (changes.edition === 'teacher') return changes
  const [shown, hidden] = [textsFor(after, 'student'), textsFor(after, 'teacher')]
  const secrets = [...hidden].filter((text) => !shown.has(text))
  const secretText = secrets.join('\n')
  const publicText = [...shown].join('\n')
  const isPrivate = (text: string): boolean => {
    const bare = bareText(text)
    if (bare === '' || publicText.includes(bare)) return false
    if (secrets.includes(bare)) return true
    const isInside = bare.length >= shortestPrivateText && secretText.includes(bare)
    return isInside || secrets.some((secret) => secret.length >= shortestPrivateText && bare.includes(secret))
  }
  if (secrets.length === 0) return changes
  const sections = changes.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => withholdIn(block, isPrivate)),
  }))
  return {...changes, sections}
}

const bareText = (text: string) => text.replaceAll(/\s/gu, '')

function textsFor(course: Course, edition: Edition): Set<string> {
  const units = readPassages(course, edition).flatMap((passage) => passage.units)
  return new Set(units.flatMap(({pieces}) => pieces.map(({text}) => bareText(text))).filter(Boolean))
}

function withholdIn(change: BlockChange, isPrivate: (text: string) => boolean): BlockChange {
  const clear = (block: BlockText): BlockText => ({
    ...block,
    pieces: block.pieces.map((piece) => (isPrivate(piece) ? withheld : piece)),
  })
  switch (change.type) {
    case 'added':
    case 'moved':
      return change
    case 'removed':
      return {...change, block: clear(change.block)}
    case 'changed':
      return {
        ...change,
        before: clear(change.before),
        differences: change.differences.map((difference) => withholdDifference(difference, isPrivate)),
      }
    default:
      return change satisfies never
  }
}

function withholdDifference(difference: Difference, isPrivate: (text: string) => boolean): Difference {
  if (difference.type !== 'edited') {
    return difference.type === 'removed' && isPrivate(difference.text) ? {...difference, text: withheld} : difference
  }
  const before = difference.parts.filter(({type}) => type !== 'added').map(({text}) => text)
  const isWhole = isPrivate(before.join(''))
  const parts = difference.parts.map((part) =>
    part.type === 'removed' && (isWhole || isPrivate(part.text)) ? {...part, text: withheld} : part,
  )
  return {type: 'edited', parts}
}
