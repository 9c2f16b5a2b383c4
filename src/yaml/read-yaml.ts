import type {Position} from 'unist'
import type {VFile} from 'vfile'
import {isNode, LineCounter, parseDocument} from 'yaml'
import {reportProblem} from '../diagnostics/report-problem.ts'

/** YAML with the place of each value. */
export interface YamlSource {
  readonly value: unknown
  /** Place of the value at a path of keys, for messages. */
  readonly positionOf: (keys: readonly (string | number)[]) => Position | undefined
}

/** Parses a YAML file, or its lines from `firstLine`; syntax errors become messages and give `undefined`. */
export function readYaml(file: VFile, text = String(file), firstLine = 1): YamlSource | undefined {
  const lines = new LineCounter()
  const document = parseDocument(text, {lineCounter: lines, prettyErrors: false})
  const pointAt = (offset: number) => {
    const {line, col} = lines.linePos(offset)
    return {line: line + firstLine - 1, column: col}
  }
  for (const error of document.errors) {
    const place = {start: pointAt(error.pos[0]), end: pointAt(error.pos[1])}
    reportProblem(file, {ruleId: 'front-matter-is-valid', reason: `YAML 有错 / YAML: ${error.message}`, place})
  }
  if (document.errors.length > 0) return undefined
  return {
    value: document.toJS() as unknown,
    positionOf(keys) {
      const node = keys.length === 0 ? document.contents : document.getIn(keys, true)
      if (!isNode(node) || !node.range) return undefined
      return {start: pointAt(node.range[0]), end: pointAt(node.range[1])}
    },
  }
}
