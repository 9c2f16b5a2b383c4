import type {Root, Yaml} from 'mdast'
import * as v from 'valibot'
import type {VFile} from 'vfile'
import {hintNearest} from '../diagnostics/nearest-name.ts'
import {reportProblem} from '../diagnostics/report-problem.ts'
import {slideModes} from '../model/course.ts'
import {isChapterId, type ChapterMetadata} from '../model/parsed.ts'
import {readYaml, type YamlSource} from '../yaml/read-yaml.ts'

const identifier = v.pipe(v.string(), v.check(isChapterId, 'expected ASCII letters, digits and -'))

const schema = v.strictObject({
  id: v.optional(identifier),
  title: v.optional(
    v.pipe(
      v.union([v.string(), v.number(), v.boolean()]),
      v.transform((value) => String(value)),
    ),
    '',
  ),
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

const none: Metadata = {title: '', objectives: [], covers: []}
type Metadata = v.InferOutput<typeof schema>

/** Reads the YAML at the head of a chapter; mistakes become messages, and every key that is right is used. */
export function readFrontMatter(file: VFile, tree: Root): ChapterMetadata {
  const node = tree.children.find((child): child is Yaml => child.type === 'yaml')
  const source = node && readYaml(file, node.value, {firstLine: (node.position?.start.line ?? 1) + 1})
  const {'slide-level': slideLevel, ...rest} = source ? readKeys(file, source) : {...none, title: titleIn(node)}
  const level = slideLevel === undefined ? {} : {slideLevel}
  const isUnread = node !== undefined && source === undefined ? {isUnread: true as const} : {}
  return {...rest, ...level, ...isUnread, id: rest.id ?? ''}
}

/** Of YAML that cannot be read at least the title, as it is written. */
function titleIn(node: Yaml | undefined): string {
  const {title = ''} = /^title:[ \t]*(?<title>.+)$/mu.exec(node?.value ?? '')?.groups ?? {}
  return title.trim().replace(/^(?<quote>["'])(?<inner>.*)\k<quote>$/u, '$<inner>')
}

function readKeys(file: VFile, source: YamlSource): Metadata {
  const {value} = source
  if (value === null || value === undefined) return none
  if (typeof value !== 'object' || Array.isArray(value)) {
    const reason = '前置元数据不是键和值 / Unexpected front matter, expected keys with values'
    const hint = '每行写 key: value / write key: value on each line'
    reportProblem(file, {ruleId: 'front-matter-is-valid', reason, hint, place: source.positionOf([])})
    return none
  }
  const given = Object.entries(value)
  const read = new Map<string, unknown>()
  for (const [key, one] of given) {
    if (!isKnown(key)) continue
    const result = v.safeParse(schema.entries[key], one)
    if (result.success) read.set(key, result.output)
    else for (const issue of result.issues) reportIssue(file, {source, key}, issue)
  }
  const unknown = given.map(([key]) => key).filter((key) => !isKnown(key))
  if (unknown.length > 0) reportUnknown(file, source, unknown)
  return {...none, ...(Object.fromEntries(read) as Partial<Metadata>)}
}

type Key = keyof typeof schema.entries

const isKnown = (key: string): key is Key => Object.hasOwn(schema.entries, key)

interface Entry {
  readonly source: YamlSource
  readonly key: string
}

function reportIssue(file: VFile, {key, source}: Entry, issue: v.BaseIssue<unknown>): void {
  const keys = [key, ...(issue.path ?? []).map((item) => item.key as string | number)]
  reportProblem(file, {
    ruleId: 'front-matter-is-valid',
    reason: `前置元数据 \`${keys.join('.')}\` 不对，不会用 / Unexpected front matter \`${keys.join('.')}\`: ${issue.message}`,
    place: source.positionOf(keys) ?? source.positionOf([key]),
  })
}

/** Keys of other tools, once for a chapter. */
function reportUnknown(file: VFile, source: YamlSource, names: readonly string[]): void {
  const list = names.map((name) => `\`${name}\``).join(', ')
  reportProblem(file, {
    ruleId: 'front-matter-key-is-known',
    reason: `前置元数据里没有键 ${list}，不会用 / Unexpected keys of front matter: ${list}`,
    place: source.positionOf([names[0] ?? '']) ?? source.positionOf([]),
    hint: hintNearest(names[0] ?? '', Object.keys(schema.entries)),
    cause: 'unknown keys',
  })
}
