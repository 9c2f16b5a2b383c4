import * as v from 'valibot'
import type {VFile} from 'vfile'
import {reportProblem} from '../diagnostics/report-problem.ts'
import type {Syllabus} from '../model/syllabus.ts'
import {readYaml} from '../yaml/read-yaml.ts'
import {readSettings} from './read-settings.ts'

const text = v.pipe(v.string(), v.trim(), v.nonEmpty())
const termText = v.pipe(
  v.union([text, v.number()]),
  v.transform((value) => String(value)),
)
const schema = v.strictObject({
  topics: v.optional(
    v.array(
      v.strictObject({
        id: text,
        title: v.optional(v.string(), ''),
        // One that must be there, or a list of which one must.
        terms: v.optional(v.array(v.union([termText, v.array(termText)])), []),
      }),
    ),
    [],
  ),
  excluded: v.optional(v.array(v.strictObject({what: text, why: text})), []),
  objectives: v.optional(v.array(v.strictObject({id: text, text})), []),
})

export interface LoadedSyllabus {
  /** Holds the diagnostics about `syllabus.yml`. */
  readonly file: VFile
  readonly syllabus: Syllabus
}

/** Reads `syllabus.yml` beside `course.yml`; a course without one has nothing to cover. */
export async function loadSyllabus(folder: string): Promise<LoadedSyllabus | undefined> {
  const file = await readSettings(folder, 'syllabus.yml')
  if (!file) return undefined
  const source = readYaml(file)
  const result = v.safeParse(schema, source?.value ?? {})
  for (const issue of result.issues ?? []) {
    const keys = (issue.path ?? []).map((item) => item.key as string | number)
    reportProblem(file, {
      ruleId: 'front-matter-is-valid',
      reason: `\`${keys.join('.')}\` 不对 / Unexpected value: ${issue.message}`,
      place: source?.positionOf(keys) ?? source?.positionOf(keys.slice(0, -1)),
    })
  }
  const {objectives, topics} = result.success ? result.output : {topics: [], objectives: []}
  const lineOf = (keys: readonly (string | number)[]) => source?.positionOf(keys)?.start.line ?? 1
  return {
    file,
    syllabus: {
      sourcePath: file.path,
      topics: topics.map((topic, index) => ({
        ...topic,
        terms: topic.terms.map((term) => [term].flat()),
        line: lineOf(['topics', index]),
      })),
      objectives: objectives.map((objective, index) => ({...objective, line: lineOf(['objectives', index])})),
    },
  }
}
