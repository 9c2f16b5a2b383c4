import * as v from 'valibot'
import type {VFile} from 'vfile'
import {EnvironmentError} from '../diagnostics/environment-error.ts'
import {hintNearest} from '../diagnostics/nearest-name.ts'
import {readSettings} from './read-settings.ts'
import {reportProblem} from '../diagnostics/report-problem.ts'
import {reportUnsafeUrl} from '../diagnostics/report-unsafe-url.ts'
import {safeExternalUrl} from '../model/safe-url.ts'
import {adjustableRules, courseSchema, type CourseConfig} from './course-schema.ts'
import {readYaml, type YamlSource} from '../yaml/read-yaml.ts'

export interface LoadedConfig {
  /** Holds the diagnostics about `course.yml`. */
  readonly file: VFile
  /** Absent when the file cannot be used. */
  readonly config?: CourseConfig
  /** Place of the value at a path of keys, for messages. */
  readonly placeOf: YamlSource['positionOf']
}

/**
 * Reads and validates `course.yml` of a course folder.
 * A folder without one is an `EnvironmentError`; mistakes in the file are messages with their line, and so is a file that is refused.
 */
export async function loadCourseConfig(folder: string): Promise<LoadedConfig> {
  const file = await readSettings(folder, 'course.yml')
  if (!file)
    throw new EnvironmentError(`${folder} 不是课程文件夹：缺少 course.yml / is not a course: it has no course.yml`)
  if (file.messages.length > 0) return {file, placeOf: () => undefined}
  const source = readYaml(file)
  if (!source) return {file, placeOf: () => undefined}
  const {config, issues} = parseConfig(source.value)
  if (config) file.data.severities = config.rules
  const url = config?.license.url ?? ''
  if (url && safeExternalUrl(url) === undefined) reportUnsafeUrl(file, url, source.positionOf(['license', 'url']))
  for (const issue of issues) reportIssue(file, source, issue)
  return {file, ...(config ? {config} : {}), placeOf: source.positionOf}
}

interface ParsedConfig {
  /** Absent where what is wrong cannot be done without. */
  readonly config?: CourseConfig
  readonly issues: readonly v.BaseIssue<unknown>[]
}

/** The settings without the keys whose values are wrong or that are unknown: for those the default holds. */
function parseConfig(value: unknown): ParsedConfig {
  const result = v.safeParse(courseSchema, value)
  if (result.success) return {config: result.output, issues: []}
  const issues = result.issues.flatMap((issue) => closestIssues(issue))
  const paths = issues.map((issue) => (issue.path ?? []).map((item) => item.key as string | number))
  const reduced = paths.reduce((rest, keys) => withoutKey(rest, keys), value)
  const again = v.safeParse(courseSchema, reduced)
  return {...(again.success ? {config: again.output} : {}), issues}
}

/** Of a value that may be of several kinds: what is wrong inside the kind that it is, where that is known. */
function closestIssues(issue: v.BaseIssue<unknown>): v.BaseIssue<unknown>[] {
  const kind = Array.isArray(issue.input) ? 'array' : 'object'
  const inside = issue.issues?.filter(({path}) => path?.[0].type === kind) ?? []
  if (inside.length === 0) return [issue]
  return inside.flatMap(({path = [], ...own}) =>
    closestIssues({...own, path: [...(issue.path ?? []), ...path] as typeof issue.path}),
  )
}

/** A copy of a value without what a path names; an item of a list goes with its list. */
function withoutKey(value: unknown, [key, ...inner]: readonly (string | number)[]): unknown {
  if (key === undefined || typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const rest = Object.entries(value).filter(([name]) => name !== String(key))
  const own = inner.length > 0 ? withoutKey((value as Record<string, unknown>)[key], inner) : undefined
  return Object.fromEntries(own === undefined ? rest : [...rest, [key, own]])
}

/** Reports one schema issue at its place; an unknown key with the nearest known one. */
function reportIssue(file: VFile, source: YamlSource, issue: v.BaseIssue<unknown>): void {
  const keys = (issue.path ?? []).map((item) => item.key as string | number)
  const name = keys.join('.')
  const unknown = issue.type === 'strict_object' && issue.expected === 'never'
  reportProblem(file, {
    ruleId: 'front-matter-is-valid',
    reason: unknown
      ? `未知的键 \`${name}\` / Unexpected key \`${name}\``
      : `\`${name}\` 不对 / Unexpected value of \`${name}\`: ${issue.message}`,
    place: source.positionOf(keys) ?? source.positionOf(keys.slice(0, -1)),
    hint: unknown ? hintKey(keys) : undefined,
  })
}

/** Lists the keys of `course.yml` itself, or the rules. */
function hintKey(keys: readonly (string | number)[]): string | undefined {
  const name = String(keys.at(-1))
  if (keys.length === 1) return hintNearest(name, Object.keys(courseSchema.entries))
  return keys.at(-2) === 'rules' ? hintNearest(name, adjustableRules) : undefined
}
