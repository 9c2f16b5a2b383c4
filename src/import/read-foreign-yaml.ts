import {VFile} from 'vfile'
import {readYaml} from '../yaml/read-yaml.ts'
import type {BookFiles, OutlineProblem} from './outline.ts'
import {recordOf} from './values.ts'

export interface ForeignYaml {
  readonly value: unknown
  readonly problems: readonly OutlineProblem[]
}

/**
 * A YAML file of another tool, with its aliases; what cannot be parsed is a problem, and its value absent. A key that is there
 * twice has its last value, as other readers have it, and is a problem too. Tags that nothing here knows are passed over.
 */
export function readForeignYaml(files: BookFiles, path: string): ForeignYaml {
  const file = new VFile({path, value: files.textOf(path) ?? ''})
  const source = readYaml(file, String(file), {lastKeyCounts: true})
  const kind = source ? 'repeated-key' : 'broken'
  const problems = file.messages.map(({line = 1, reason}) => ({kind, path, reason: `${line}: ${reason}`}) as const)
  return {value: source?.value, problems: source ? problems : problems.slice(-1)}
}

/** Front matter of a chapter; empty where there is none, or it is broken: the build reports that. */
export function frontMatterOf(files: BookFiles, path: string): Readonly<Record<string, unknown>> {
  const [, yaml] = /^---\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u.exec(files.textOf(path) ?? '') ?? []
  if (yaml === undefined) return {}
  return recordOf(readYaml(new VFile({path}), yaml, {lastKeyCounts: true})?.value)
}
