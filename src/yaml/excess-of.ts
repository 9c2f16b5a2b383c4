import {limits} from '../diagnostics/limits.ts'

export interface YamlExcess {
  readonly reason: string
  /** From 1. */
  readonly line: number
}

/** What of a YAML text its parser would take too long for, or has no stack for. Nothing is parsed for it. */
export function excessOf(text: string): YamlExcess | undefined {
  const size = Buffer.byteLength(text)
  const {yamlBytes, yamlLevels} = limits
  if (size > yamlBytes.most) {
    return {
      reason: `YAML 有 ${size} 个字节 / Unexpected YAML of ${size} bytes, expected at most ${yamlBytes.most}`,
      line: 1,
    }
  }
  let brackets = 0
  const columns: number[] = []
  for (const [index, line] of text.split('\n').entries()) {
    let most = 0
    // Those of a text are counted as well: no text has so many that are open.
    for (const [bracket] of line.matchAll(/[[\]{}]/gu)) {
      brackets = Math.max(0, brackets + ('[{'.includes(bracket) ? 1 : -1))
      most = Math.max(most, brackets)
    }
    const marks = levelsOf(line, columns)
    if (Math.max(most, marks) > yamlLevels.most) {
      const reason = `YAML 嵌套超过 ${yamlLevels.most} 层 / Unexpected nesting of more than ${yamlLevels.most} levels in YAML`
      return {reason, line: index + 1}
    }
  }
  return undefined
}

/** Of maps and lists that a line is in by its indent, and by marks one after the other: `- - ? a`. */
function levelsOf(line: string, columns: number[]): number {
  const prefix = /^(?: *[-?:](?= |$))* */u.exec(line)?.[0] ?? ''
  if (prefix.length === line.length) return columns.length
  const starts = [...Array.from(prefix.matchAll(/[-?:]/gu), ({index}) => index), prefix.length]
  for (const start of starts) {
    while ((columns.at(-1) ?? -1) >= start) columns.pop()
    columns.push(start)
  }
  return columns.length
}
