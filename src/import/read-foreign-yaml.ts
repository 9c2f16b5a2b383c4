import {VFile} from 'vfile'
import {readYaml} from '../yaml/read-yaml.ts'
import type {BookFiles, OutlineProblem} from './outline.ts'
import {recordOf} from './values.ts'

export interface ForeignYaml {
  readonly value: unknown
  readonly problems: readonly OutlineProblem[]
}

/** A YAML file of another tool, with its aliases; what cannot be parsed is a problem, and its value absent. */
export function readForeignYaml(files: BookFiles, path: string): ForeignYaml {
  const file = new VFile({path, value: files.textOf(path) ?? ''})
  const source = readYaml(file)
  const [message] = file.messages
  const problem = {kind: 'broken', path, reason: `${message?.line ?? 1}: ${message?.reason ?? ''}`} as const
  return source ? {value: source.value, problems: []} : {value: undefined, problems: [problem]}
}

/** Front matter of a chapter; empty where there is none, or it is broken: the build reports that. */
export function frontMatterOf(files: BookFiles, path: string): Readonly<Record<string, unknown>> {
  const [, yaml] = /^---\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u.exec(files.textOf(path) ?? '') ?? []
  if (yaml === undefined) return {}
  return recordOf(readYaml(new VFile({path, value: yaml}))?.value)
}
