import type {ArtifactProblem} from '../../model/coverage.ts'

/** Style sheets of the deck are whole: in one that was cut off, a rule or a comment stays open. */
export function checkStyleSheets(files: ReadonlyMap<string, Uint8Array>, folder: string): ArtifactProblem[] {
  return [...files].flatMap(([name, contents]): ArtifactProblem[] => {
    if (!name.endsWith('.css') || isWhole(new TextDecoder().decode(contents))) return []
    return [{ruleId: 'artifact-opens', reason: `${folder}${name}: 样式表不完整 / The style sheet is cut off`}]
  })
}

/** Without comments and strings, whose braces are none. */
function isWhole(source: string): boolean {
  const plain = source
    .replaceAll(/\/\*[\s\S]*?\*\//gu, '')
    .replaceAll(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|url\([^)]*\)/gu, '')
  const count = (mark: string) => plain.split(mark).length
  return plain.trim() !== '' && count('{') === count('}') && !plain.includes('/*') && /[};]\s*$/u.test(plain)
}
