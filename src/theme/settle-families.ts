import {hintNearest} from '../diagnostics/nearest-name.ts'
import {reportProblem} from '../diagnostics/report-problem.ts'
import {readFamilies, writeFamilies, type FamilyItem} from './family-list.ts'
import {familyTokens, resolveToken, type Token} from './tokens.ts'

/** What a course's tokens may ask for. */
export interface Families {
  readonly known: readonly string[]
  /** Whether the course's language is set in characters that Latin fonts lack. */
  readonly isWide: boolean
}

type TokenMap = ReadonlyMap<string, Token>

/** Tokens of the theme that generic families are; other generic ones would be fonts of the machine. */
const tokenOfGeneric: Readonly<Record<string, string>> = {monospace: 'mono', 'sans-serif': 'sans', serif: 'serif'}

/**
 * Tokens of a course in which each list of families names only families that exist, followed by what the theme, `base`, has in
 * its place: for characters that the first ones lack. Any other family would be one of the machine that builds, or none, and is reported.
 * A token of which nothing is left is not there, so that the theme's holds.
 */
export function settleFamilies(tokens: TokenMap, base: TokenMap, families: Families): Map<string, Token> {
  const settled = new Map<string, Token>()
  for (const [name, token] of tokens) {
    const value = familyTokens.has(name) ? settleValue(name, token, {base, families}) : token.value
    if (value !== undefined) settled.set(name, {...token, value})
  }
  if (!families.isWide) addEnglish(settled, base, families.known)
  return settled
}

interface SettleContext {
  readonly base: TokenMap
  readonly families: Families
}

function settleValue(name: string, token: Token, {base, families}: SettleContext): string | undefined {
  const items = readFamilies(token.value)
  const kept = items.flatMap((item): FamilyItem[] => {
    switch (item.kind) {
      case 'family': {
        const known = nameIn(families.known, item.name)
        if (known === undefined) reportUnknown(item, token, families.known)
        return known === undefined ? [] : [{kind: 'family', name: known}]
      }
      case 'generic': {
        const other = tokenOfGeneric[item.name]
        if (other === undefined) reportUnknown(item, token, families.known)
        return other === undefined ? [] : readFamilies(resolveToken(other, base))
      }
      case 'token':
        return item.name === name ? readFamilies(resolveToken(name, base)) : [item]
      default:
        return item satisfies never
    }
  })
  if (kept.length === 0) return undefined
  const goesOn = items.some(({kind, name: one}) => kind === 'token' || (kind === 'generic' && one in tokenOfGeneric))
  return writeFamilies([...kept, ...(goesOn ? [] : readFamilies(base.get(name)?.value ?? ''))])
}

/** Names of families are the same in any capitals (CSS Fonts 4, 5.1). */
function nameIn(known: readonly string[], name: string): string | undefined {
  const wanted = name.toLowerCase()
  return known.find((one) => one.toLowerCase() === wanted)
}

function reportUnknown({kind, name}: FamilyItem, {origin}: Token, known: readonly string[]): void {
  if (!origin) return
  const hint =
    kind === 'generic' ? 'serif, sans-serif, monospace 是主题的 / are those of the theme' : hintNearest(name, known)
  reportProblem(origin.file, {
    ruleId: 'font-is-usable',
    reason: `没有字体 \`${name}\`，用主题的 / Unexpected font family \`${name}\`: neither the theme nor the course brings it, and the theme’s is used`,
    place: origin.place,
    hint: `${hint}；也可把字体文件写进 course.yml 的 fonts / or add its files to \`fonts\` in course.yml`,
  })
}

/**
 * Text in English has a face of the theme's for the marks that Chinese fonts have another form of, before all others. Where the course is in
 * no such language, its own fonts go before that one.
 */
function addEnglish(settled: Map<string, Token>, base: TokenMap, known: readonly string[]): void {
  for (const name of ['sans', 'serif']) {
    const english = `english-${name}`
    const [token, rest] = [settled.get(name), base.get(english)?.value]
    if (!token || settled.has(english) || rest === undefined) continue
    const ofTheme = new Set(readFamilies(resolveToken(name, base)).map((item) => item.name))
    const own = readFamilies(token.value).filter((item) => item.kind === 'family' && !ofTheme.has(item.name))
    const names = own.flatMap((item): FamilyItem[] => (nameIn(known, item.name) === undefined ? [] : [item]))
    if (names.length > 0) settled.set(english, {...token, value: writeFamilies([...names, ...readFamilies(rest)])})
  }
}
