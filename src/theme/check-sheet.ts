import {parse, walk} from 'css-tree'
import type {VFile} from 'vfile'
import {reportProblem} from '../diagnostics/report-problem.ts'

/** Whether a style sheet of a course can be used: it can be read, and fetches nothing. */
export function checkSheet(file: VFile): boolean {
  const before = file.messages.length
  const report = (reason: string, place: {line: number; column: number} | undefined) => {
    reportProblem(file, {ruleId: 'theme-is-valid', reason, place})
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
