import type {GoalChange} from '../model/changes.ts'
import type {Course} from '../model/course.ts'
import type {Edition} from '../model/output.ts'

/** Topics and objectives that came, went or say something else, by their ids. */
export function compareGoals(before: Course, after: Course, edition: Edition): GoalChange[] {
  return [
    ...compareTexts('topic', topicsOf(before), topicsOf(after)),
    ...compareTexts('objective', objectivesOf(before, edition), objectivesOf(after, edition)),
  ]
}

type Texts = ReadonlyMap<string, string>

const topicsOf = ({syllabus}: Course): Texts =>
  new Map(syllabus?.topics.map(({id, title}) => [id, title || id] as const))

/** Those of the course, then those of its chapters. */
function objectivesOf({chapters, syllabus}: Course, edition: Edition): Texts {
  const read = chapters.filter(({audience}) => audience.editions.includes(edition))
  const all = [...(syllabus?.objectives ?? []), ...read.flatMap(({objectives}) => objectives)]
  return new Map(all.map(({id, text}) => [id, text]))
}

function compareTexts(kind: GoalChange['kind'], before: Texts, after: Texts): GoalChange[] {
  const ids = new Set([...after.keys(), ...before.keys()])
  return Array.from(ids, (id) => ({kind, before: before.get(id) ?? '', after: after.get(id) ?? ''})).filter(
    (change) => change.before !== change.after,
  )
}
