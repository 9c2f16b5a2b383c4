import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import {bundledLanguages, createHighlighter, type BundledLanguage, type TokenStyles} from 'shiki'
import {limits} from '../../diagnostics/limits.ts'
import type {Course} from '../../model/course.ts'
import {allBlocks} from '../../model/walk.ts'

/** Code of a language as lines of coloured spans; a language that is not known gives plain lines. */
export type Highlight = (code: string, language: string) => readonly ElementContent[][]

/** All their colours have a contrast of at least 4.5:1 on the style sheets' backgrounds of code; a test measures it. */
export const codeThemes = {light: 'github-light-high-contrast', dark: 'github-dark-high-contrast'} as const

/** One highlighter with the languages that a course uses. */
export async function createCourseHighlighter(course: Course): Promise<Highlight> {
  const languages = new Set<BundledLanguage>()
  for (const chapter of course.chapters) {
    for (const block of allBlocks(chapter)) {
      if (block.type === 'listing' && isBundled(block.language)) languages.add(block.language)
    }
  }
  if (languages.size === 0) return plainLines
  const highlighter = await createHighlighter({themes: Object.values(codeThemes), langs: [...languages]})
  return (code, language) => {
    if (!isBundled(language) || isUnbearable(code)) return plainLines(code, language)
    // Never by the clock: the same input gives the same colours.
    const options = {lang: language, themes: codeThemes, tokenizeTimeLimit: 0}
    const lines = highlighter.codeToTokensWithThemes(code, options)
    return lines.map((tokens) => tokens.map(({content, variants}) => h('span', {style: styleOf(variants)}, content)))
  }
}

/** Whether code stands in one colour, since its grammar could take for ever. */
export const isUnbearable = (code: string): boolean =>
  code.length > limits.codeCharacters.most || code.split('\n').some((line) => line.length > limits.codeLine.most)

/** The light colour; a style sheet may ask for the dark one. */
const styleOf = ({dark, light}: Record<string, TokenStyles>) =>
  `color:${light?.color ?? 'inherit'};--dark:${dark?.color ?? 'inherit'}`
const isBundled = (language: string): language is BundledLanguage => Object.hasOwn(bundledLanguages, language)
const plainLines: Highlight = (code) => code.split('\n').map((line) => [{type: 'text', value: line}])
