import type {Root} from 'mdast'
import type {VFile} from 'vfile'
import {reportProblem} from '../../diagnostics/report-problem.ts'
import type {ForeignUse, Outcome} from '../foreign/foreign-text.ts'

const outcomes: Readonly<Record<Outcome, readonly [chinese: string, english: string]>> = {
  dropped: ['没有对应的写法，已略去', 'it has no counterpart and is left out'],
  flattened: ['内容照排，原来的版式没有对应', 'its content stays, without its layout'],
}

/** Reports what the translation of the text noted: now it is known which rules are silenced where. */
export function reportForeign(_tree: Root, file: VFile): void {
  for (const use of file.data.foreignUses ?? []) reportForeignUse(use, file)
}

/** One construct of another tool that is not read as its author meant; uses of one construct are one entry. */
export function reportForeignUse(
  {construct, line, endLine = line, outcome, remedy, tool}: ForeignUse,
  file: VFile,
): void {
  const [chinese, english] = outcomes[outcome]
  reportProblem(file, {
    ruleId: 'syntax-is-known',
    reason: `${tool} 的 \`${construct}\` ${chinese} / Unexpected \`${construct}\` of ${tool}: ${english}`,
    place: endLine > line ? {start: {line, column: 1}, end: {line: endLine, column: 1}} : {line, column: 1},
    hint: remedy
      ? `写成 write ${remedy}`
      : '见 docs/dialect.md 的“别的工具的写法” / see “别的工具的写法” in docs/dialect.md',
    cause: `${tool} ${construct}`,
  })
}
