import {settleFamilies, type Families} from './settle-families.ts'
import type {Token, Tokens} from './tokens.ts'

export interface SettledTokens {
  readonly tokens: Tokens
  /** Those whose values the sheet that they were read from does not have. */
  readonly corrections: Tokens
}

type TokenMap = ReadonlyMap<string, Token>

/** Tokens of a course's own theme upon those of the theme that it extends, with families that there are. */
export function settleTokens(given: Tokens, base: Tokens, families: Families): SettledTokens {
  const everywhere = settle(given.everywhere, base.everywhere, families)
  const slides = settle(given.slides, new Map([...base.everywhere, ...base.slides]), families)
  return {
    tokens: {everywhere, slides},
    corrections: {everywhere: changed(everywhere, given.everywhere), slides: changed(slides, given.slides)},
  }
}

/** A token of which nothing is left has the value below it again. */
function settle(own: TokenMap, below: TokenMap, families: Families): Map<string, Token> {
  const settled = settleFamilies(own, below, families)
  for (const name of own.keys()) {
    const token = settled.get(name) ?? below.get(name)
    if (token) settled.set(name, token)
  }
  return settled
}

const changed = (settled: TokenMap, given: TokenMap) =>
  new Map([...settled].filter(([name, {value}]) => given.get(name)?.value !== value))
