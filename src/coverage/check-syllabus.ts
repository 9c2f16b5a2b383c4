import type {
  ArtifactObservation,
  ContentUnit,
  CoverageFinding,
  ObjectiveCoverage,
  Observation,
  TopicCoverage,
  TopicPlace,
} from '../model/coverage.ts'
import type {Course, Section} from '../model/course.ts'
import type {Output} from '../model/output.ts'
import type {Topic} from '../model/syllabus.ts'
import {allBlocks} from '../model/walk.ts'
import {normalizeText} from './normalize-text.ts'

/** Outputs that must teach everything. */
const teaching: ReadonlySet<Output> = new Set(['deck', 'epub', 'pdf'])

/** Where each topic of the syllabus is taught in the finished files, and which of its terms are not there. */
export function coverTopics(
  course: Course,
  units: readonly ContentUnit[],
  artifacts: readonly ArtifactObservation[],
): TopicCoverage[] {
  const finished = artifacts.filter(({target}) => target.edition === 'student' && teaching.has(target.output))
  return (course.syllabus?.topics ?? []).map((topic) => {
    const chapters = course.chapters.filter(({covers}) => covers.includes(topic.id)).map(({id}) => id)
    const ids = new Set(units.filter(({chapter}) => chapters.includes(chapter)).map(({id}) => id))
    const places = finished.map((artifact) => placeOf(topic, artifact, ids))
    return {id: topic.id, title: topic.title, line: topic.line, chapters, places}
  })
}

function placeOf(
  {terms}: Topic,
  {observations, path, target}: ArtifactObservation,
  ids: ReadonlySet<string>,
): TopicPlace {
  const own = observations.filter(({unit}) => ids.has(unit))
  const text = own
    .map((observation) => observation.text)
    .join('\n')
    .toLowerCase()
  const forms = terms.map((alternatives) => alternatives.map((term) => normalizeText(term).toLowerCase()))
  const missing = terms.filter((_term, index) => forms[index]?.every((form) => !text.includes(form)))
  const first = forms.flatMap((alternatives) => firstWith(own, alternatives) ?? []).slice(0, 1)
  return {target, path, missing: missing.map((alternatives) => alternatives.join(' / ')), places: first}
}

function firstWith(observations: readonly Observation[], forms: readonly string[]) {
  const found = observations.find(({text}) => forms.some((form) => text.toLowerCase().includes(form)))
  return found && {text: found.locator, link: found.link}
}

/** Terms that a finished file lacks, and topics that nothing of it teaches. */
export function topicFindings(course: Course, topics: readonly TopicCoverage[]): CoverageFinding[] {
  return topics.flatMap(({chapters, id, line, places, title}) =>
    places.flatMap(({missing, path, target}) => {
      const lacks = chapters.length === 0 ? [title] : missing
      return lacks.map((term) => ({
        ruleId: 'topic-is-covered',
        sourcePath: course.syllabus?.sourcePath ?? '',
        line,
        target,
        artifact: path,
        reason: `\`${id}\`：缺少 / missing “${term}”`,
        unit: '',
      }))
    }),
  )
}

/** Where objectives are taught and tested, by ids of sections and exercises. */
export function coverObjectives({chapters, syllabus}: Course): ObjectiveCoverage[] {
  const sections = (section: Section): Section[] => [section, ...section.sections.flatMap((child) => sections(child))]
  const all = chapters.flatMap((chapter) => chapter.sections.flatMap((section) => sections(section)))
  const exercises = chapters.flatMap((chapter) =>
    [...allBlocks(chapter)].flatMap((block) => (block.type === 'exercise' ? [block] : [])),
  )
  const objectives = [
    ...chapters.flatMap((chapter) => chapter.objectives.map((one) => ({...one, chapter: chapter.id}))),
    ...(syllabus?.objectives ?? []).map((one) => ({...one, chapter: ''})),
  ]
  return objectives.map(({chapter, id, text}) => ({
    id,
    text,
    chapter,
    taught: [
      ...chapters.filter(({teaches}) => teaches.includes(id)).map((one) => one.id),
      ...all.filter(({teaches}) => teaches.includes(id)).map((one) => one.id),
    ],
    tested: exercises.filter(({tests}) => tests.includes(id)).map((one) => one.id),
  }))
}
