import {append} from '../../model/append.ts'
import type {ArtifactProblem} from '../../model/coverage.ts'
import {fold, withoutSuffix, type Secrets} from './secrets.ts'

/** Names that a finished file uses. */
export interface UsedNames {
  /** Ids, destinations, fragments of addresses. */
  readonly ids: readonly string[]
  /** Names of files, classes, metadata: whatever else may be made from a text. */
  readonly others: readonly string[]
}

/** What a student's file is called, or calls something in it, after what is the teacher's alone. */
export function checkNames({ids, others}: UsedNames, secrets: Secrets): ArtifactProblem[] {
  const plain = [...new Set(ids.map((id) => withoutSuffix(id)))]
  const all = [...new Set([...ids, ...others])]
  const folded = all.map((name) => fold(name))
  const joined = folded.join('\n')
  const found = [
    ...plain.filter((id) => secrets.ids.has(id)),
    ...all.filter((name) => secrets.files.has(fold(fileOf(name)))),
    ...[...secrets.texts].filter((text) => joined.includes(text)),
  ]
  return [...new Set(found)].map((name) => ({
    ruleId: 'private-content-stays-private',
    reason: `名字来自教师的内容 / Unexpected name made from what is the teacher’s: “${name.slice(0, 40)}”`,
  }))
}

const fileOf = (name: string) => (name.split(/[/\\]/u).at(-1) ?? '').replace(/\.\w+$/u, '')

const idAttributes =
  /^(?:id|href|for|name|src|xlink:href|aria-\w+|data-(?:block|page-of|unit|section|id)|idref|full-path)$/u
/** Longer values are texts and pictures. */
const mostCharacters = 200

/** What the markup of a page or a package document names things. */
export function namesInMarkup(source: string): UsedNames {
  const ids: string[] = []
  const others: string[] = []
  for (const {groups} of source.matchAll(/(?<name>[\w:-]+)\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)')/gu)) {
    const value = groups?.['double'] ?? groups?.['single'] ?? ''
    if (value.length > mostCharacters) continue
    const names = [value, decoded(value)]
    append(others, names)
    if (idAttributes.test(groups?.['name'] ?? ''))
      append(
        ids,
        names.flatMap((name) => name.split(/\s+/u)),
      )
  }
  return {ids, others}
}

/** Strings of a file of data; each may be an id. */
export function namesInData(source: string): UsedNames {
  const strings = Array.from(source.matchAll(/"(?<text>(?:[^"\\]|\\.)*)"/gu), ({groups}) => groups?.['text'] ?? '')
  const names = strings.filter(({length}) => length <= mostCharacters)
  return {ids: names, others: names}
}

export const joinNames = (all: readonly UsedNames[]): UsedNames => ({
  ids: all.flatMap(({ids}) => ids),
  others: all.flatMap(({others}) => others),
})

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
