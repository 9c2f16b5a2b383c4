import {parse} from 'css-tree'
import type {VFile} from 'vfile'
import {cssFaults} from '../css/css-faults.ts'
import {limits} from '../diagnostics/limits.ts'
import {reportProblem} from '../diagnostics/report-problem.ts'

/** Whether a style sheet of a course can be used: it can be read, and does nothing but give the outputs their look. */
export function checkSheet(file: VFile): boolean {
  const css = String(file)
  const before = file.messages.length
  const report = (reason: string, hint: string, place: {line: number; column: number}) => {
    reportProblem(file, {ruleId: 'theme-is-valid', reason, place, hint})
  }
  const size = Buffer.byteLength(css)
  const {most} = limits.sheetBytes
  if (size > most) {
    const reason = `样式表有 ${size} 个字节 / Unexpected style sheet of ${size} bytes, expected at most ${most}`
    report(reason, '删去不用的规则 / delete rules that are not used', {line: 1, column: 1})
    return false
  }
  parse(css, {
    onParseError: ({column, line, message}) => {
      report(`样式表有错 / Cannot read the style sheet: ${message}`, '', {line, column})
    },
  })
  const isRead = file.messages.length === before
  const faults = cssFaults(css)
  for (const {kind, name, offset} of faults) {
    const place = placeAt(css, offset)
    if (kind === 'reach') report(...unexpected(name), place)
    // A sheet that cannot be read has messages of its own about its brackets.
    else if (isRead) report(`\`${name}\` 没有成对 / Unexpected \`${name}\`: it has no counterpart`, '', place)
  }
  return faults.length === 0 && file.messages.length === before
}

const unexpected = (name: string): [reason: string, hint: string] => [
  `样式表不能用 \`${name}\` / Unexpected \`${name}\` in a style sheet: it must neither refer to other files nor run anything`,
  '图片写成 url("data:image/…") 嵌进样式表 / embed a picture as url("data:image/…")',
]

function placeAt(text: string, offset: number): {line: number; column: number} {
  const before = text.slice(0, offset).split(/\r\n|[\n\f\r]/u)
  return {line: before.length, column: (before.at(-1)?.length ?? 0) + 1}
}
