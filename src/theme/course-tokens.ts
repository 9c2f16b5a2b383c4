import type {Position} from 'unist'
import type {VFile} from 'vfile'
import {hintNearest} from '../diagnostics/nearest-name.ts'
import {reportProblem} from '../diagnostics/report-problem.ts'
import {isValueOf, type Token, type Tokens} from './tokens.ts'

/** Tokens that `course.yml` sets, and where. */
export interface CourseTokens {
  readonly file: VFile
  readonly tokens: Readonly<Record<string, string>>
  readonly slideTokens: Readonly<Record<string, string>>
  readonly placeOf: (keys: readonly string[]) => Position | undefined
}

/** The tokens that a course sets, and the style sheet that does so; wrong ones are reported. */
export function readCourseTokens(course: CourseTokens, known: Tokens): {tokens: Tokens; css: string} {
  const everywhere = validTokens('tokens', {course, known})
  // What the theme has another value for on its slides is the course's there, too.
  const slides = new Map([...everywhere, ...validTokens('slide-tokens', {course, known})])
  const rules = [
    ...rule(':root', everywhere),
    ...rule('.slide, .reveal, .reading-panel, .deck-button, .contents-menu', slides),
  ]
  return {tokens: {everywhere, slides}, css: rules.join('\n')}
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
