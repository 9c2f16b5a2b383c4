import type {Position} from 'unist'
import type {VFile} from 'vfile'
import {isNode, LineCounter, parseDocument, visit, type Alias, type Document} from 'yaml'
import {limits} from '../diagnostics/limits.ts'
import {reportProblem} from '../diagnostics/report-problem.ts'
import {excessOf} from './excess-of.ts'

/** YAML with the place of each value. */
export interface YamlSource {
  readonly value: unknown
  /** Place of the value at a path of keys, for messages. */
  readonly positionOf: (keys: readonly (string | number)[]) => Position | undefined
}

/** Parses a YAML file, or its lines from `firstLine`; syntax errors become messages and give `undefined`. */
export function readYaml(file: VFile, text = String(file), firstLine = 1): YamlSource | undefined {
  const excess = excessOf(text)
  if (excess) {
    const place = {line: excess.line + firstLine - 1, column: 1}
    reportProblem(file, {ruleId: 'front-matter-is-valid', reason: excess.reason, place})
    return undefined
  }
  const lines = new LineCounter()
  const document = parseDocument(text, {lineCounter: lines, prettyErrors: false})
  const pointAt = (offset: number) => {
    const {line, col} = lines.linePos(offset)
    return {line: line + firstLine - 1, column: col}
  }
  for (const error of document.errors.slice(0, mostErrors)) {
    const place = {start: pointAt(error.pos[0]), end: pointAt(error.pos[1])}
    reportProblem(file, {ruleId: 'front-matter-is-valid', reason: `YAML 有错 / YAML: ${error.message}`, place})
  }
  if (document.errors.length > 0) return undefined
  const resolved = resolveAliases(document)
  if ('mistake' in resolved) {
    const {at, mistake} = resolved
    const place = at?.range ? {start: pointAt(at.range[0]), end: pointAt(at.range[1])} : pointAt(0)
    const hint = '把内容直接写在这里 / write what it stands for in its place'
    reportProblem(file, {ruleId: 'front-matter-is-valid', reason: mistake, place, hint})
    return undefined
  }
  return {
    value: resolved.value,
    positionOf(keys) {
      const node = keys.length === 0 ? document.contents : document.getIn(keys, true)
      if (!isNode(node) || !node.range) return undefined
      return {start: pointAt(node.range[0]), end: pointAt(node.range[1])}
    },
  }
}

/** More say nothing new. */
const mostErrors = 20
const mostAliases = limits.yamlAliases.most

type Resolved = {readonly value: unknown} | {readonly mistake: string; readonly at: Alias | undefined}

const tooMany = 'YAML 的别名太多 / Unexpected number of aliases: they stand for too much'

/** The value of a document, or the alias that has none. */
function resolveAliases(document: Document.Parsed): Resolved {
  const aliases: Alias[] = []
  let broken: Resolved | undefined
  visit(document, {
    Alias(_key, alias, ancestors) {
      aliases.push(alias)
      broken = checkAlias(alias, {document, ancestors, isTooMany: aliases.length > 10 * mostAliases})
      return broken ? visit.BREAK : undefined
    },
  })
  if (broken) return broken
  try {
    return {value: document.toJS({maxAliasCount: mostAliases}) as unknown}
  } catch (error) {
    // Thus says the library that there are too many.
    if (!(error instanceof ReferenceError)) throw error
    return {mistake: tooMany, at: aliases.at(-1)}
  }
}

function checkAlias(
  alias: Alias,
  {ancestors, document, isTooMany}: {document: Document.Parsed; ancestors: readonly unknown[]; isTooMany: boolean},
): Resolved | undefined {
  if (isTooMany) return {mistake: tooMany, at: alias}
  const target = alias.resolve(document)
  if (target && !ancestors.includes(target)) return undefined
  const name = `\`*${alias.source}\``
  return {mistake: `YAML 的别名 ${name} 没有所指 / Unexpected alias ${name}: it stands for nothing`, at: alias}
}
