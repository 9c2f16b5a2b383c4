import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import {bundledLanguages, createHighlighter, type BundledLanguage} from 'shiki'
import type {Course} from '../../model/course.ts'
import {allBlocks} from '../../model/walk.ts'

/** Code of a language as lines of coloured spans; a language that is not known gives plain lines. */
export type Highlight = (code: string, language: string) => readonly ElementContent[][]

/** All its colours have a contrast of at least 4.5:1 on the theme's code background; a test measures it. */
export const codeTheme = 'github-light-high-contrast'

/** One highlighter with the languages that a course uses. */
export async function createCourseHighlighter(course: Course): Promise<Highlight> {
  const languages = new Set<BundledLanguage>()
  for (const chapter of course.chapters) {
    for (const block of allBlocks(chapter)) {
      if (block.type === 'listing' && isBundled(block.language)) languages.add(block.language)
    }
  }
  if (languages.size === 0) return plainLines
  const highlighter = await createHighlighter({themes: [codeTheme], langs: [...languages]})
  return (code, language) => {
    if (!isBundled(language)) return plainLines(code, language)
    const {tokens} = highlighter.codeToTokens(code, {lang: language, theme: codeTheme})
    return tokens.map((line) =>
      line.map(({color, content}) => h('span', {style: `color:${color ?? 'inherit'}`}, content)),
    )
  }
}

const isBundled = (language: string): language is BundledLanguage => Object.hasOwn(bundledLanguages, language)
const plainLines: Highlight = (code) => code.split('\n').map((line) => [{type: 'text', value: line}])
