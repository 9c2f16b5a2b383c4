import {parse, wcagContrast} from 'culori'
import {reportProblem} from '../diagnostics/report-problem.ts'
import {resolveToken, type Token, type Tokens} from './tokens.ts'
import {least} from '../model/greatest.ts'

/** Colours that stand upon one another, each with what it stands on. */
const surfaces: Readonly<Record<string, readonly string[]>> = {
  ink: ['paper', 'surface', 'accent-pale', 'warning-pale', 'tip-pale', 'mark', 'panel', 'code-paper', 'code-mark'],
  muted: ['paper', 'surface', 'accent-pale', 'warning-pale', 'tip-pale', 'code-paper', 'code-mark', 'panel'],
  accent: ['paper', 'surface', 'accent-pale', 'warning-pale', 'tip-pale', 'panel'],
  warning: ['warning-pale'],
  tip: ['tip-pale'],
  'on-accent': ['accent'],
  'code-added-ink': ['code-added'],
  'code-removed-ink': ['code-removed'],
  'cover-ink': ['cover'],
  'cover-muted': ['cover'],
}

export interface FaintPair {
  readonly ink: string
  readonly paper: string
  /** Contrast ratio, 1 to 21. */
  readonly ratio: number
}

/** Pairs of tokens with a contrast under 4.5:1 (WCAG 2.2, 1.4.3); of a gradient every colour counts. */
export function findFaintPairs(tokens: ReadonlyMap<string, Token>): FaintPair[] {
  return Object.entries(surfaces).flatMap(([ink, papers]) =>
    papers.flatMap((paper) => {
      const ratio = least(coloursOf(paper, tokens).map((colour) => contrastOf(ink, colour, tokens)))
      return ratio < 4.5 ? [{ink, paper, ratio}] : []
    }),
  )
}

const coloursOf = (name: string, tokens: ReadonlyMap<string, Token>) => coloursIn(resolveToken(name, tokens))

/** A colour, or all those of a gradient; of those with names too. */
export function coloursIn(value: string): readonly string[] {
  if (!/gradient\(/iu.test(value)) return [value]
  const words =
    value.match(/#[\da-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\([^)]*\)|\b[a-z]+\b/giu) ?? []
  const colours = words.filter((word) => parse(word))
  return colours.length > 0 ? colours : [value]
}

/** What is no colour contrasts with nothing. */
function contrastOf(ink: string, paper: string, tokens: ReadonlyMap<string, Token>): number {
  const [upper, lower] = [parse(resolveToken(ink, tokens)), parse(paper)]
  return upper && lower ? wcagContrast(upper, lower) : 1
}

/** Reports faint pairs of which a course has set one colour, where it did: of each ink the faintest. */
export function reportFaintPairs({everywhere, slides}: Tokens): void {
  const inBook = worstPairs(everywhere)
  const onSlides = new Map([...everywhere, ...slides])
  const isSame = ({ink, paper}: FaintPair) =>
    [ink, paper].every((name) => resolveToken(name, everywhere) === resolveToken(name, onSlides))
  for (const pair of inBook) reportPair(pair, everywhere, ['书中', 'in the book'])
  for (const pair of worstPairs(onSlides)) if (!isSame(pair)) reportPair(pair, onSlides, ['幻灯片上', 'on slides'])
}

function worstPairs(tokens: ReadonlyMap<string, Token>): FaintPair[] {
  const byInk = Map.groupBy(findFaintPairs(tokens), ({ink}) => ink)
  return Array.from(byInk.values(), (pairs) => pairs.reduce((worst, pair) => (pair.ratio < worst.ratio ? pair : worst)))
}

function reportPair(
  {ink, paper, ratio}: FaintPair,
  tokens: ReadonlyMap<string, Token>,
  [chinese, english]: readonly [string, string],
): void {
  const origin = tokens.get(ink)?.origin ?? tokens.get(paper)?.origin
  if (!origin) return
  const shown = `${ratio.toFixed(1)}:1`
  reportProblem(origin.file, {
    ruleId: 'theme-has-contrast',
    reason: `${chinese} \`${ink}\` 在 \`${paper}\` 上只有 ${shown} / Unexpected contrast of \`${ink}\` on \`${paper}\` ${english}: ${shown}, expected at least 4.5:1`,
    place: origin.place,
  })
}
