import type {Root} from 'mdast'
import type {VFile} from 'vfile'
import {reportProblem} from '../diagnostics/report-problem.ts'
import {cleanText} from './clean-text.ts'
import {translateForeign} from './foreign/translate-foreign.ts'
import {flattenTooDeep} from './nesting.ts'
import {parseMarkdown} from './parse-markdown.ts'

/** A chapter's Markdown as mdast: what it includes is known, and not yet in it. */
export interface MarkdownChapter {
  readonly file: VFile
  readonly tree: Root
}

/** In bytes: some two thousand pages, which take a browser an hour to print. */
const longest = 4_000_000

/** Reported before anything else is done: the author would wait for minutes to learn less. */
function isTooLong(file: VFile): boolean {
  const size = Buffer.byteLength(String(file))
  if (size <= longest) return false
  const megabytes = (size / 1e6).toFixed(1)
  reportProblem(file, {
    ruleId: 'chapter-has-bearable-size',
    reason: `这一章有 ${megabytes} MB / Unexpected chapter of ${megabytes} MB, expected at most ${longest / 1e6} MB`,
    place: {line: 1, column: 1},
    hint: '拆成几章；或在 course.yml 的 rules 里改为 warn，并耐心等待 / split it; or lower the rule in course.yml, and be patient',
  })
  return file.messages.some(({fatal, ruleId}) => fatal && ruleId === 'chapter-has-bearable-size')
}

/** The text of a file, cleaned; none of one that is too long. What is wrong is a message in `file`. */
export function readText(file: VFile): string {
  file.value = isTooLong(file) ? '' : cleanText(file)
  return file.value
}

/** The first half of parsing a chapter, or of what it includes. Never throws. */
export function readMarkdown(file: VFile): MarkdownChapter {
  const text = translateForeign(readText(file), file)
  file.data.translated = text
  const tree = parseMarkdown(text)
  flattenTooDeep(tree, file)
  return {file, tree}
}
