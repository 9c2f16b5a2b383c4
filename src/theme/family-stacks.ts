import {readFamilies} from './family-list.ts'
import {familyTokens, resolveToken, type Tokens} from './tokens.ts'

/** Lists of families that text is set in, by their names in order: no other family makes up for a character that one of them lacks. */
export function familyStacks({everywhere, slides}: Tokens): string[][] {
  const onSlides = new Map([...everywhere, ...slides])
  const values = [...familyTokens].flatMap((name) => [resolveToken(name, everywhere), resolveToken(name, onSlides)])
  return [...new Set(values)].filter(Boolean).map((value) => readFamilies(value).map(({name}) => name))
}
