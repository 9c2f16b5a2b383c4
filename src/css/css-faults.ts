import {ident, string, tokenize, tokenTypes as kinds, url} from 'css-tree'
import {allowedAtRules, allowedFunctions, runningProperties} from './css-names.ts'

/** Something in a style sheet that could run or reach out of it, or that leaves open what it ends. */
export interface CssFault {
  /** As it is written, with escapes resolved: `image-set()`, `@import`, `url(https://…)`. */
  readonly name: string
  /** Whether it takes something in or runs it, or leaves open or closes what another part of the sheet depends on. */
  readonly kind: 'reach' | 'bracket'
  /** In the text, in UTF-16 units. */
  readonly offset: number
}

interface Token {
  readonly kind: number
  readonly text: string
  readonly offset: number
}

/**
 * What a course's style sheet must not have: everything but the at-rules and functions that are known to compute or draw, and addresses
 * but of pictures inside it, of fonts inside it in `@font-face`, and of its own fragments. It is judged by its tokens (CSS Syntax 3, 4),
 * with escapes resolved: in them stands also what no parser makes sense of, such as the value of a custom property.
 */
export function cssFaults(css: string): CssFault[] {
  return judge(tokensOf(css), new Set())
}

/** The same of the value of one declaration, which in addition must not end it. */
export function cssValueFaults(value: string): CssFault[] {
  return judge(tokensOf(value), ending)
}

const ending: ReadonlySet<number> = new Set([
  kinds.Semicolon,
  kinds.LeftCurlyBracket,
  kinds.RightCurlyBracket,
  kinds.AtKeyword,
  kinds.CDO,
  kinds.CDC,
])

function tokensOf(css: string): Token[] {
  const tokens: Token[] = []
  tokenize(css, (kind, start, end) => {
    tokens.push({kind, text: css.slice(start, end), offset: start})
  })
  return tokens
}

function judge(tokens: readonly Token[], refused: ReadonlySet<number>): CssFault[] {
  const faults: CssFault[] = []
  const inFont = fontRules(tokens)
  for (const [index, token] of tokens.entries()) {
    const name = refused.has(token.kind) ? token.text : nameOfFault(token, argumentAfter(tokens, index), inFont(token))
    if (name !== undefined) faults.push({name, kind: 'reach', offset: token.offset})
  }
  return [...faults, ...openBrackets(tokens)]
}

function nameOfFault({kind, text}: Token, argument: string | undefined, isInFont: boolean): string | undefined {
  switch (kind) {
    case kinds.AtKeyword: {
      const name = ident.decode(text.slice(1)).toLowerCase()
      return allowedAtRules.has(name) || name.startsWith('--') ? undefined : `@${name}`
    }
    case kinds.Function: {
      const name = ident.decode(text.slice(0, -1)).toLowerCase()
      if (name === 'url') return faultOfUrl(argument, isInFont)
      return allowedFunctions.has(name) ? undefined : `${name}()`
    }
    case kinds.Url:
      return faultOfUrl(url.decode(text), isInFont)
    case kinds.Ident: {
      const name = ident.decode(text).toLowerCase()
      return runningProperties.has(name) ? name : undefined
    }
    case kinds.BadUrl:
    case kinds.BadString:
      return shorten(text)
    case kinds.String:
      return text.length > 1 && text.endsWith(text.charAt(0)) ? undefined : shorten(text)
    case kinds.Comment:
      return text.endsWith('*/') && text.length > 3 ? undefined : '/*'
    default:
      return undefined
  }
}

/** Of `url("…")`, which is a function with a string; `undefined` for anything else in it. */
function argumentAfter(tokens: readonly Token[], index: number): string | undefined {
  if (tokens[index]?.kind !== kinds.Function) return undefined
  const isSpace = ({kind}: Token) => kind === kinds.WhiteSpace || kind === kinds.Comment
  const [first, next] = tokens.slice(index + 1, index + 8).filter((token) => !isSpace(token))
  return first?.kind === kinds.String && next?.kind === kinds.RightParenthesis ? string.decode(first.text) : undefined
}

const picture = /^data:image\/(?:avif|gif|jpeg|png|svg\+xml|webp)[;,]/iu
const font = /^data:(?:font\/(?:otf|sfnt|ttf|woff2?)|application\/(?:x-)?font-[a-z\d]+)[;,]/iu

function faultOfUrl(address: string | undefined, isInFont: boolean): string | undefined {
  if (address === undefined) return 'url()'
  const isInside = picture.test(address) || address.startsWith('#') || (isInFont && font.test(address))
  return isInside ? undefined : `url(${shorten(address)})`
}

const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text)

/** Whether a token stands in the block of a `@font-face`. */
function fontRules(tokens: readonly Token[]): (token: Token) => boolean {
  const inside = new Set<Token>()
  let depth = 0
  let isFont = false
  for (const token of tokens) {
    if (token.kind === kinds.AtKeyword && depth === 0) isFont = /^@font-face$/iu.test(token.text)
    if (token.kind === kinds.LeftCurlyBracket && isFont) depth++
    if (depth > 0) inside.add(token)
    if (token.kind === kinds.RightCurlyBracket && depth > 0) {
      depth--
      isFont = depth > 0
    }
  }
  return (token) => inside.has(token)
}

const closing: ReadonlyMap<number, number> = new Map([
  [kinds.LeftCurlyBracket, kinds.RightCurlyBracket],
  [kinds.LeftParenthesis, kinds.RightParenthesis],
  [kinds.Function, kinds.RightParenthesis],
  [kinds.LeftSquareBracket, kinds.RightSquareBracket],
])
const closers: ReadonlySet<number> = new Set(closing.values())

/** What is not closed would take in what is written after it, and what closes too much ends what is around it. */
function openBrackets(tokens: readonly Token[]): CssFault[] {
  const open: Token[] = []
  for (const token of tokens) {
    if (closing.has(token.kind)) open.push(token)
    else if (closers.has(token.kind)) {
      const last = open.pop()
      if (!last || closing.get(last.kind) !== token.kind) return [faultOfBracket(token)]
    }
  }
  return open.slice(0, 1).map((token) => faultOfBracket(token))
}

const faultOfBracket = ({offset, text}: Token): CssFault => ({name: text, kind: 'bracket', offset})
