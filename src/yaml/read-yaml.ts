import type {Position} from 'unist'
import type {VFile} from 'vfile'
import {isNode, LineCounter, parseDocument, visit, type Alias, type Document, type YAMLParseError} from 'yaml'
import {limits} from '../diagnostics/limits.ts'
import {reportProblem, type Problem} from '../diagnostics/report-problem.ts'
import {excessOf} from './excess-of.ts'

/** YAML with the place of each value. */
export interface YamlSource {
  readonly value: unknown
  /** Place of the value at a path of keys, for messages. */
  readonly positionOf: (keys: readonly (string | number)[]) => Position | undefined
}

export interface YamlReading {
  /** Where the text begins in the file. */
  readonly firstLine?: number
  /** Whether a key that is there twice has its last value; it is reported all the same. */
  readonly lastKeyCounts?: boolean
}

/** Parses a YAML file, or a text of it; syntax errors become messages and give `undefined`. */
export function readYaml(
  file: VFile,
  text = String(file),
  {firstLine = 1, lastKeyCounts = false}: YamlReading = {},
): YamlSource | undefined {
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
  const isBearable = ({code}: YAMLParseError) => lastKeyCounts && code === 'DUPLICATE_KEY'
  const report = (error: YAMLParseError) => {
    const place = {start: pointAt(error.pos[0]), end: pointAt(error.pos[1])}
    reportProblem(file, {ruleId: 'front-matter-is-valid', ...describeMistake(error), place})
  }
  for (const error of document.errors.filter(isBearable)) report(error)
  // Those after the first mostly follow from it.
  const error = document.errors.find((one) => !isBearable(one))
  if (error) {
    report(error)
    return undefined
  }
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

/** What is wrong with YAML, and what to write. */
function describeMistake({code, message}: YAMLParseError): Pick<Problem, 'hint' | 'reason'> {
  const [chinese, english, hint] = mistakes[code] ?? ['YAML 有错', message, undefined]
  return {reason: `${chinese} / Unexpected YAML: ${english}`, ...(hint ? {hint} : {})}
}

const quoted = '给值加引号：key: "甲: 乙" / quote the value: key: "a: b"'
const mistakes: Partial<Record<YAMLParseError['code'], readonly [chinese: string, english: string, hint: string]>> = {
  BAD_INDENT: ['缩进不对', 'wrong indentation', '同级的键对齐，用空格 / align keys of one level, with spaces'],
  BAD_SCALAR_START: ['值不能以这个符号开头', 'a value cannot begin with this sign', '给值加引号 / quote the value'],
  BLOCK_AS_IMPLICIT_KEY: ['值里有冒号', 'a value with a colon in it', quoted],
  DUPLICATE_KEY: ['同一个键写了两次', 'a key that is there already', '删去其中一个 / delete one of them'],
  MISSING_CHAR: [
    '少了引号、括号或冒号',
    'a missing quote, bracket or colon',
    '补上成对的引号或括号 / write both quotes or brackets',
  ],
  MULTILINE_IMPLICIT_KEY: ['键后少了冒号', 'a key without a colon', '写成 key: value / write key: value'],
  TAB_AS_INDENT: ['缩进用了制表符', 'a tab as indentation', '改用空格 / use spaces'],
  UNEXPECTED_TOKEN: ['多了不该有的符号', 'a sign that has no place here', quoted],
}

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
