import {generate, lexer, parse, walk, type Raw} from 'css-tree'
import type {Position} from 'unist'
import type {VFile} from 'vfile'
import {cssValueFaults} from '../css/css-faults.ts'

export interface Token {
  readonly value: string
  /** Where a course sets it; absent for those of lectern's themes. */
  readonly origin?: {readonly file: VFile; readonly place: Position | undefined}
}

/** Custom properties by their name without `--`: of every output, and what slides have instead. */
export interface Tokens {
  readonly everywhere: ReadonlyMap<string, Token>
  readonly slides: ReadonlyMap<string, Token>
}

/** The tokens of a `tokens.css`, of a course's own theme with its file: rules for `:root` hold everywhere, any others on slides. */
export function readTokens(css: string, file?: VFile): Tokens {
  const everywhere = new Map<string, Token>()
  const slides = new Map<string, Token>()
  walk(parse(css, {positions: true, parseCustomProperty: false}), function visit(node) {
    if (node.type !== 'Declaration' || !node.property.startsWith('--') || !this.rule) return
    const place = node.loc ? {start: node.loc.start, end: node.loc.end} : undefined
    const value = (node.value as Raw).value.trim()
    const tokens = generate(this.rule.prelude) === ':root' ? everywhere : slides
    tokens.set(node.property.slice(2), {value, ...(file ? {origin: {file, place}} : {})})
  })
  return {everywhere, slides}
}

/** Tokens upon tokens: the later ones win. */
export function layTokens(layers: readonly Tokens[]): Tokens {
  return {
    everywhere: new Map(layers.flatMap(({everywhere}) => [...everywhere])),
    slides: new Map(layers.flatMap(({slides}) => [...slides])),
  }
}

/** The value of a token with the tokens it refers to put in; empty for one that does not exist. */
export function resolveToken(name: string, tokens: ReadonlyMap<string, Token>, depth = 0): string {
  const value = tokens.get(name)?.value ?? ''
  if (depth > 9) return value
  return value.replaceAll(/var\(--(?<inner>[\w-]+)\)/gu, (_all, inner: string) =>
    resolveToken(inner, tokens, depth + 1),
  )
}

/** A style sheet without custom properties, for readers that know none: each `var(--token)` is its value. */
export function withoutTokens(css: string, tokens: ReadonlyMap<string, Token>): string {
  return css.replaceAll(/var\(--(?<name>[\w-]+)\)/gu, (all, name: string) =>
    tokens.has(name) ? resolveToken(name, tokens) : all,
  )
}

/** Those whose values are lists of font families. */
export const familyTokens: ReadonlySet<string> = new Set([
  'sans',
  'serif',
  'english-sans',
  'english-serif',
  'mono',
  'heading',
])

const variable = /var\(--[\w-]+\)/gu

/** Whether a course may give a token this value: a colour, length, font or gradient, or another token. */
export function isValueOf(name: string, value: string): boolean {
  if (/^var\(--[\w-]+\)$/u.test(value)) return true
  if (cssValueFaults(value).length > 0) return false
  // A token in a list is an item like any other.
  if (familyTokens.has(name)) return matches(value.replaceAll(variable, 'token'), '[<string> | <custom-ident>+]#')
  if (/^(?:slide|book|paragraph)-/u.test(name)) return matches(value, '<length>')
  return matches(value, name === 'cover' ? '<color> | <gradient>' : '<color>')
}

const matches = (value: string, syntax: string) => lexer.match(syntax, value).error === null
