/** A command or environment that a formula defines. */
export interface TexDefinition {
  /** `\R`, or the name of an environment or colour. */
  readonly name: string
  /** All of it, as it is written: `\newcommand{\R}{\mathbb R}`. */
  readonly tex: string
}

/** Number of arguments behind the name, by the command that defines; `\let` has a sign behind it. */
const argumentCounts: Readonly<Record<string, number>> = {
  newcommand: 1,
  renewcommand: 1,
  providecommand: 1,
  def: 1,
  let: 0,
  DeclareMathOperator: 1,
  DeclarePairedDelimiter: 2,
  DeclarePairedDelimiterX: 2,
  DeclarePairedDelimiterXPP: 4,
  newenvironment: 2,
  renewenvironment: 2,
  definecolor: 2,
}

const opening = new RegExp(
  String.raw`(?<!\\)\\(?<command>${Object.keys(argumentCounts).join('|')})\*?(?![A-Za-z])`,
  'gu',
)

/** Whether converting a formula changes what those behind it mean. */
export const definesCommands = (tex: string): boolean => tex.search(opening) >= 0

/** Whether a formula does nothing but define commands, so that there is nothing to see of it. */
export function onlyDefines(tex: string): boolean {
  const definitions = definitionsIn(tex)
  const rest = definitions.reduce((left, definition) => left.replace(definition.tex, () => ''), tex)
  return definitions.length > 0 && rest.trim() === ''
}

/** What a formula defines, in order; what is not whole is left out. */
export function definitionsIn(tex: string): TexDefinition[] {
  return Array.from(tex.matchAll(opening)).flatMap((match) => {
    const command = match.groups?.['command'] ?? ''
    const name = /\s*(?:\{\s*(?<braced>[^{}]+?)\s*\}|(?<bare>\\(?:[A-Za-z]+|.)))/uy
    name.lastIndex = match.index + match[0].length
    const {bare, braced} = name.exec(tex)?.groups ?? {}
    if (bare === undefined && braced === undefined) return []
    const end = command === 'let' ? endOfSign(tex, name.lastIndex) : endOfArguments(tex, name.lastIndex, command)
    return end === undefined ? [] : [{name: braced ?? bare ?? '', tex: tex.slice(match.index, end)}]
  })
}

function endOfSign(tex: string, from: number): number | undefined {
  const sign = /\s*=?\s*(?:\\(?:[A-Za-z]+|.)|\S)/uy
  sign.lastIndex = from
  return sign.test(tex) ? sign.lastIndex : undefined
}

/** Behind the number of arguments, what is optional, and the signs of `\def`. */
function endOfArguments(tex: string, from: number, command: string): number | undefined {
  let at = from
  const between = command === 'def' ? /[^{}]*/uy : /\s*(?:\[[^\]]*\]\s*)*/uy
  for (let count = argumentCounts[command] ?? 0; count > 0; count--) {
    between.lastIndex = at
    between.test(tex)
    const end = endOfGroup(tex, between.lastIndex)
    if (end === undefined) return undefined
    at = end
  }
  return at
}

/** Behind the brace that closes the one at a place; undefined where none is, or nothing closes it. */
function endOfGroup(tex: string, from: number): number | undefined {
  if (tex[from] !== '{') return undefined
  let depth = 0
  for (let at = from; at < tex.length; at++) {
    if (tex[at] === '\\') at++
    else if (tex[at] === '{') depth++
    else if (tex[at] === '}' && --depth === 0) return at + 1
  }
  return undefined
}
