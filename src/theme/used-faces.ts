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
      hint: `写进 tokens，例如 / name it in \`tokens\`, for instance \`serif: ${family}\`. 可用 Known: ${[...familyTokens].join(', ')}`,
    })
  }
  const used = faces.filter((face) => isUsed(face))
  reportSingleWeights(used, tokens)
  return used
}

/** Tokens of text in which some is bold. */
const textTokens = ['sans', 'serif']

/** Bold text in a family without a bold face looks like any other: the theme lets no browser make one up. */
function reportSingleWeights(faces: readonly OwnFace[], {everywhere, slides}: Tokens): void {
  const values = textTokens.flatMap((name) => [everywhere, slides].map((tokens) => tokens.get(name)?.value ?? ''))
  const ofText = new Set(values.flatMap((value) => readFamilies(value).map(({name}) => name)))
  for (const [family, own] of Map.groupBy(faces, (face) => face.family)) {
    const [first] = own
    const isBold = new Set(own.map(({weight}) => weight >= 600))
    if (!first || !ofText.has(family) || isBold.size > 1) continue
    const [chinese, english] = isBold.has(true) ? ['常规', 'regular'] : ['粗体', 'bold']
    const {file, place} = first.font.origin
    reportProblem(file, {
      ruleId: 'font-has-bold',
      reason: `字体 \`${family}\` 没有${chinese}，强调看不出来 / Unexpected font family \`${family}\`: it has no ${english} face, and bold text looks like any other`,
      place,
      hint: `加上它的${chinese}文件 / add its ${english} file`,
    })
  }
}
