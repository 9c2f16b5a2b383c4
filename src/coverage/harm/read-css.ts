import {append} from '../../model/append.ts'
/** What of a style sheet can take something in: the names of its at-rules and functions, and the addresses in them. */
export interface CssUse {
  /** Lower case, with escapes resolved. */
  readonly atRules: readonly string[]
  readonly functions: readonly string[]
  /** Of `url()`, and strings that stand in a function which may take them for addresses. */
  readonly addresses: readonly string[]
  /** Names of declarations. */
  readonly properties: readonly string[]
}

const escape = String.raw`\\(?:[\da-f]{1,6}\s?|[^\n\da-f])`
const name = String.raw`(?:[-\w]|[^\0-\x7f]|${escape})`
const token = new RegExp(
  [
    String.raw`(?<comment>\/\*[\s\S]*?(?:\*\/|$))`,
    String.raw`(?<string>"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?)`,
    `@(?<atRule>${name}+)`,
    String.raw`(?<function>${name}+)\(`,
    String.raw`(?<property>${name}+)(?=\s*:)`,
    `${name}+`,
    String.raw`(?<close>\))`,
    String.raw`[\s\S]`,
  ].join('|'),
  'giu',
)
const bare = /\s*(?<address>(?:[^\s"'()\\]|\\[\s\S])*)/uy

/** Functions in which a string is an address. */
const taking = /^(?:url|src|image|cross-fade|(?:-[a-z]+-)?image-set|-[a-z]+-cross-fade|expression|element|paint)$/u

/** Reads a style sheet, or the declarations of an element, by the tokens of CSS Syntax 3 as far as they matter for this. */
export function readCss(css: string): CssUse {
  const atRules: string[] = []
  const functions: string[] = []
  const addresses: string[] = []
  const properties: string[] = []
  const open: string[] = []
  token.lastIndex = 0
  for (let match = token.exec(css); match; match = token.exec(css)) {
    const {atRule, close, function: called, property, string} = match.groups ?? {}
    if (atRule) atRules.push(plain(atRule))
    else if (property) properties.push(plain(property))
    else if (close) open.pop()
    else if (called) {
      open.push(plain(called))
      functions.push(plain(called))
      if (plain(called) === 'url') append(addresses, bareAddress(css, token.lastIndex))
    } else if (string && (taking.test(open.at(-1) ?? '') || atRules.at(-1) === 'import'))
      addresses.push(plain(string.slice(1, -1), false))
  }
  return {atRules, functions, addresses, properties}
}

/** Without quotes, an address goes to the bracket. */
function bareAddress(css: string, start: number): string[] {
  bare.lastIndex = start
  const address = bare.exec(css)?.groups?.['address'] ?? ''
  if (address === '') return []
  token.lastIndex = bare.lastIndex
  return [plain(address, false)]
}

function plain(written: string, isName = true): string {
  const text = written.replaceAll(/\\(?:(?<code>[\da-f]{1,6})\s?|(?<other>[\s\S]))/giu, (...all) => {
    const {code, other} = all.at(-1) as {code?: string; other?: string}
    if (code === undefined) return other === '\n' ? '' : (other ?? '')
    const point = Number.parseInt(code, 16)
    return point > 0 && point <= 0x10_ff_ff ? String.fromCodePoint(point) : '\uFFFD'
  })
  return isName ? text.toLowerCase() : text
}
