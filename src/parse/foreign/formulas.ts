import {proseLines, type ForeignText} from './foreign-text.ts'

const isDollar = (line: string) => /^[\s>]*\$\s*$/u.test(line)
const isBlank = (line: string) => /^[\s>]*$/u.test(line)

/** A dollar alone on the line above a formula, and below it: Typora and MathJax set the lines between as one (`$`, `a = b`, `$`). */
export function translateFormulas({lines}: ForeignText): void {
  if (!lines.some((line) => isDollar(line))) return
  let next = 0
  for (const [index, line] of proseLines(lines)) {
    if (index < next || !isDollar(line)) continue
    const end = lines.findIndex((one, at) => at > index && (isDollar(one) || isBlank(one) || /\$/u.test(one)))
    const body = lines.slice(index + 1, end).join('\n')
    if (end < 0 || !isDollar(lines[end] ?? '') || !/[\\^_=<>+]/u.test(body)) continue
    for (const at of [index, end]) lines[at] = (lines[at] ?? '').replace('$', () => '$$')
    next = end + 1
  }
}
