import {parse, walk} from 'css-tree'
import type {VFile} from 'vfile'
import {limits} from '../diagnostics/limits.ts'
import {reportProblem} from '../diagnostics/report-problem.ts'

/** Whether a style sheet of a course can be used: it can be read, and fetches nothing. */
export function checkSheet(file: VFile): boolean {
  const before = file.messages.length
  const report = (reason: string, place: {line: number; column: number} | undefined) => {
    reportProblem(file, {ruleId: 'theme-is-valid', reason, place})
  }
  const size = Buffer.byteLength(String(file))
  const {most} = limits.sheetBytes
  if (size > most) {
    report(`样式表有 ${size} 个字节 / Unexpected style sheet of ${size} bytes, expected at most ${most}`, {
      line: 1,
      column: 1,
    })
    return false
  }
  const tree = parse(String(file), {
    positions: true,
    onParseError: ({column, line, message}) => {
      report(`样式表有错 / Cannot read the style sheet: ${message}`, {line, column})
    },
  })
  walk(tree, (node) => {
    const isFetch = node.type === 'Url' && !node.value.startsWith('data:')
    const isImport = node.type === 'Atrule' && node.name === 'import'
    if (isFetch || isImport) {
      report('样式表不能引用别的文件 / A style sheet must not refer to other files', node.loc?.start)
    }
  })
  return file.messages.length === before
}
