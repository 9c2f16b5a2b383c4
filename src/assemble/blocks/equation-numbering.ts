/** What a formula says of its own number, apart from it. */
export interface EquationNumbering {
  /** Without what numbers or names it. */
  readonly tex: string
  /** Of `\tag{IC}`: `(IC)`, of `\tag*{IC}`: `IC`; absent where there is none, or several. */
  readonly tag?: string
  /** Names of `\label{…}`. */
  readonly labels: readonly string[]
}

const label = /\s*\\label\s*\{(?<name>[^{}]*)\}/gu
const tag = /\s*\\tag(?<star>\*?)\s*\{(?<words>(?:[^{}]|\{[^{}]*\})*)\}/gu

/**
 * Takes `\tag` and `\label` out of TeX: the number stands beside the formula like every other. Of several tags each stays at the end
 * of its line, since there is one place for numbers.
 */
export function readNumbering(written: string): EquationNumbering {
  const labels = Array.from(written.matchAll(label), ({groups}) => groups?.['name']?.trim() ?? '').filter(Boolean)
  const tex = written.replaceAll(label, '')
  const tags = Array.from(tex.matchAll(tag), ({groups}) => tagText(groups ?? {}))
  const [only, ...others] = tags
  if (only === undefined) return {tex, labels}
  if (others.length === 0) return {tex: tex.replaceAll(tag, ''), tag: only, labels}
  return {tex: tex.replaceAll(tag, (...match) => String.raw`\qquad\text{${tagText(match.at(-1) as Groups)}}`), labels}
}

type Groups = Readonly<Record<string, string>>

const tagText = ({star, words = ''}: Groups) => (star ? plain(words) : `(${plain(words)})`)

/** A tag is text: what is math in it is in dollars. */
const plain = (words: string) =>
  words.replaceAll(/\\(?:text|mathrm|textbf)\{(?<inner>[^{}]*)\}|\$/gu, '$<inner>').trim()

/** A reference as LaTeX writes it. */
export const texReference = /\\(?<kind>eqref|ref|cref|autoref)\s*\{(?<name>[^{}]+)\}/gu
