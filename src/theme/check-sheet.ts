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
    if (kind === 'reach') report(...unexpected(name, isInFontFace(css, offset)), place)
    // A sheet that cannot be read has messages of its own about its brackets.
    else if (isRead) report(`\`${name}\` 没有成对 / Unexpected \`${name}\`: it has no counterpart`, '', place)
  }
  return faults.length === 0 && file.messages.length === before
}

const unexpected = (name: string, isOfFont: boolean): [reason: string, hint: string] => [
  `样式表不能用 \`${name}\` / Unexpected \`${name}\` in a style sheet: it must neither refer to other files nor run anything`,
  isOfFont
    ? '去掉 @font-face，字体文件写进 course.yml 的 fonts，会取子集、嵌进各种产物 / leave out the @font-face and put the file into `fonts` in course.yml: it is cut down and embedded in all outputs'
    : '图片写成 url("data:image/…") 嵌进样式表 / embed a picture as url("data:image/…")',
]

/** Whether the block that is open at a place is that of a `@font-face`. */
const isInFontFace = (css: string, offset: number) => /@font-face\s*\{[^{}]*$/iu.test(css.slice(0, offset))

function placeAt(text: string, offset: number): {line: number; column: number} {
  const before = text.slice(0, offset).split(/\r\n|[\n\f\r]/u)
  return {line: before.length, column: (before.at(-1)?.length ?? 0) + 1}
}
