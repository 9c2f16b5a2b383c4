import type {VFile} from 'vfile'
import {reportProblem} from '../diagnostics/report-problem.ts'

/** Control characters, noncharacters and lone surrogates: no output format has them (XML 1.0, production 2). */
export const notText = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]|\p{Surrogate}/gu

/**
 * The text of a file with one kind of line ending and without a byte order mark. Characters that are none become
 * U+FFFD, with a message for each line.
 */
export function cleanText(file: VFile): string {
  const text = String(file)
    .replace(/^\uFEFF/u, '')
    .replaceAll(/\r\n?/gu, '\n')
  if (text.search(notText) < 0) return text
  const lines = text.split('\n').map((line, index) => {
    const match = notText.exec(line)
    notText.lastIndex = 0
    if (!match) return line
    const code = (match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    reportProblem(file, {
      ruleId: 'character-is-text',
      reason: `控制字符 U+${code} / Unexpected control character U+${code}`,
      place: {line: index + 1, column: match.index + 1},
      hint: '删去，或以 UTF-8 重新保存文件 / delete it, or save the file again as UTF-8',
    })
    return line.replaceAll(notText, '\uFFFD')
  })
  return lines.join('\n')
}
