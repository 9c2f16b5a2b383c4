import type {Position} from 'unist'
import type {VFile} from 'vfile'
import {hintNearest} from '../diagnostics/nearest-name.ts'
import {reportProblem} from '../diagnostics/report-problem.ts'
import {settleFamilies, type Families} from './settle-families.ts'
import {isValueOf, type Token, type Tokens} from './tokens.ts'

/** Tokens that `course.yml` sets, and where. */
export interface CourseTokens {
  readonly file: VFile
  readonly tokens: Readonly<Record<string, string>>
  readonly slideTokens: Readonly<Record<string, string>>
  readonly placeOf: (keys: readonly string[]) => Position | undefined
}

/** The tokens that a course sets upon those of its theme; wrong ones are reported. */
export function readCourseTokens(course: CourseTokens, known: Tokens, families: Families): Tokens {
  const ofTheme = new Map([...known.everywhere, ...known.slides])
  const everywhere = settleFamilies(validTokens('tokens', {course, known}), known.everywhere, families)
  const onSlides = settleFamilies(validTokens('slide-tokens', {course, known}), ofTheme, families)
  // What the theme has another value for on its slides is the course's there, too.
  return {everywhere, slides: new Map([...everywhere, ...onSlides])}
}

/** A style sheet that sets tokens. */
export function tokenSheet({everywhere, slides}: Tokens): string {
  const onSlides = '.slide, .reveal, .reading-panel, .deck-button, .contents-menu'
  return [...rule(':root', everywhere), ...rule(onSlides, slides)].join('\n')
}

function rule(selector: string, tokens: ReadonlyMap<string, Token>): string[] {
  const declarations = Array.from(tokens, ([name, {value}]) => `--${name}: ${value};`)
  return declarations.length > 0 ? [`${selector} { ${declarations.join(' ')} }`] : []
}

interface ValidContext {
  readonly course: CourseTokens
  readonly known: Tokens
}

function validTokens(
  key: 'slide-tokens' | 'tokens',
  {course: {file, placeOf, slideTokens, tokens}, known}: ValidContext,
): Map<string, Token> {
  const valid = new Map<string, Token>()
  for (const [name, value] of Object.entries(key === 'tokens' ? tokens : slideTokens)) {
    const place = placeOf([key, name])
    const isKnown = known.everywhere.has(name)
    if (isKnown && isValueOf(name, value)) {
      valid.set(name, {value, origin: {file, place}})
      continue
    }
    const reason = isKnown
      ? `\`${name}\` 不能是 \`${value}\` / Unexpected value \`${value}\` of the token \`${name}\``
      : `主题没有 \`${name}\` / Unexpected token \`${name}\``
    const hint = isKnown ? undefined : hintNearest(name, [...known.everywhere.keys()])
    reportProblem(file, {ruleId: 'theme-is-valid', reason, place, hint})
  }
  return valid
}
