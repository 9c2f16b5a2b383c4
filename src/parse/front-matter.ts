import type {Root, Yaml} from 'mdast'
import * as v from 'valibot'
import type {VFile} from 'vfile'
import {hintNearest} from '../diagnostics/nearest-name.ts'
import {reportProblem} from '../diagnostics/report-problem.ts'
import {slideModes} from '../model/course.ts'
import type {ChapterMetadata} from '../model/parsed.ts'
import {readYaml, type YamlSource} from '../yaml/read-yaml.ts'

const identifier = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/iu, 'expected ASCII letters, digits and -'))

const schema = v.strictObject({
  id: v.optional(identifier),
  title: v.optional(v.string(), ''),
  objectives: v.optional(v.array(v.strictObject({id: identifier, text: v.string()})), []),
  covers: v.optional(v.array(v.string()), []),
  /** Length of the lecture in the plan. */
  minutes: v.exactOptional(v.pipe(v.number(), v.minValue(1))),
  slides: v.exactOptional(v.picklist(slideModes)),
  /** Rank of the deepest headings that have slides of their own. */
  'slide-level': v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(6))),
  /** Outputs, as `:::only` names them. */
  in: v.exactOptional(v.string()),
})

/** Reads the YAML at the head of a chapter; mistakes become messages and the rest is still used. */
export function readFrontMatter(file: VFile, tree: Root): ChapterMetadata {
  const node = tree.children.find((child): child is Yaml => child.type === 'yaml')
  const source = node && readYaml(file, node.value, (node.position?.start.line ?? 1) + 1)
  const result = v.safeParse(schema, source?.value ?? {})
  if (!result.success && source) for (const issue of result.issues) reportIssue(file, source, issue)
  const metadata: v.InferOutput<typeof schema> = result.success
    ? result.output
    : {title: '', objectives: [], covers: []}
  const {'slide-level': slideLevel, ...rest} = metadata
  const level = slideLevel === undefined ? {} : {slideLevel}
  return {...rest, ...level, id: metadata.id ?? ''}
}

function reportIssue(file: VFile, source: YamlSource, issue: v.BaseIssue<unknown>): void {
  const keys = (issue.path ?? []).map((item) => item.key as string | number)
  const unknown = issue.expected === 'never'
  reportProblem(file, {
    ruleId: 'front-matter-is-valid',
    reason: `前置元数据 \`${keys.join('.')}\` 不对 / Unexpected front matter: ${issue.message}`,
    place: source.positionOf(keys) ?? source.positionOf([]),
    hint: unknown ? hintNearest(String(keys.at(-1)), Object.keys(schema.entries)) : undefined,
  })
}
