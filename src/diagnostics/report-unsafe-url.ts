import type {VFile} from 'vfile'
import {reportProblem, type Problem} from './report-problem.ts'

/** Reports an address that no output links to; what it was given for stays as text. */
export function reportUnsafeUrl(file: VFile, url: string, place: Problem['place']): void {
  const shown = url.length > 80 ? `${url.slice(0, 80)}…` : url
  reportProblem(file, {
    ruleId: 'url-is-safe',
    reason: `地址 \`${shown}\` 不能做链接，只留下文字 / Unexpected address \`${shown}\`: its text is not linked`,
    place,
    hint: '可用 Known: https:, http:, mailto:, tel:',
  })
}
