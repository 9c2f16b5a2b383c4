import {reportProblem} from '../diagnostics/report-problem.ts'
import {readFamilies} from './family-list.ts'
import type {OwnFace} from './own-font.ts'
import {familyTokens, type Tokens} from './tokens.ts'

/** Those of a course's own faces whose family a token, or a style sheet of its theme, asks for; of the others each family is reported. */
export function usedFaces(faces: readonly OwnFace[], tokens: Tokens, sheets: readonly string[]): OwnFace[] {
  const values = [...tokens.everywhere, ...tokens.slides].flatMap(([, {value}]) => readFamilies(value))
  const asked = new Set(values.map(({name}) => name.toLowerCase()))
  const css = sheets.join('\n').toLowerCase()
  const isUsed = ({family}: OwnFace) => asked.has(family.toLowerCase()) || css.includes(family.toLowerCase())
  const unused = Map.groupBy(
    faces.filter((face) => !isUsed(face)),
    ({family}) => family,
  )
  for (const [family, [first]] of unused) {
    if (!first) continue
    const {file, place} = first.font.origin
    reportProblem(file, {
      ruleId: 'font-is-used',
      reason: `字体 \`${family}\` 没有用到，不嵌入 / Unexpected font family \`${family}\`: no token asks for it, and it is left out`,
      place,
      hint: `写 tokens，例如 {serif: ${family}}；可用 / name it in \`tokens\`, for instance {serif: ${family}}; known: ${[...familyTokens].join(', ')}`,
    })
  }
  return faces.filter((face) => isUsed(face))
}
