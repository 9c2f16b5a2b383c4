import {limits} from '../../diagnostics/limits.ts'

/** Why a formula is not given to MathJax; `undefined` for one that is. */
export function unbearable(tex: string): string | undefined {
  const {formulaCharacters, formulaLevels} = limits
  if (tex.length > formulaCharacters.most) {
    return `公式有 ${tex.length} 个字符 / it has ${tex.length} characters, expected at most ${formulaCharacters.most}; split it`
  }
  const levels = levelsOf(tex)
  if (levels > formulaLevels.most) {
    return `公式嵌套 ${levels} 层 / it has ${levels} levels, expected at most ${formulaLevels.most}; take it apart`
  }
  return undefined
}

/** Of braces, environments and growing delimiters inside each other. */
function levelsOf(tex: string): number {
  let level = 0
  let most = 0
  for (const [mark] of tex.matchAll(/\\(?:begin|left)(?![A-Za-z])|\\(?:end|right)(?![A-Za-z])|\\[\s\S]|[{}]/gu)) {
    if (mark === '{' || mark === String.raw`\begin` || mark === String.raw`\left`) most = Math.max(most, ++level)
    else if (mark === '}' || mark === String.raw`\end` || mark === String.raw`\right`) level--
  }
  return most
}
