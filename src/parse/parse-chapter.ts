import type {Root} from 'mdast'
import type {VFile} from 'vfile'
import {reportProblem} from '../diagnostics/report-problem.ts'
import type {ParseContext} from '../model/parse-context.ts'
import type {ParsedChapter} from '../model/parsed.ts'
import {cleanText} from './clean-text.ts'
import {readFrontMatter} from './front-matter.ts'
import {flattenTooDeep} from './nesting.ts'
import {parseMarkdown} from './parse-markdown.ts'
import {transforms} from './transforms/transforms.ts'

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

/** The first half of parsing a chapter. Never throws. */
export function readMarkdown(file: VFile): MarkdownChapter {
  if (isTooLong(file)) return {file, tree: {type: 'root', children: []}}
  file.value = cleanText(file)
  const tree = parseMarkdown(file.value)
  flattenTooDeep(tree, file)
  return {file, tree}
}

/**
 * The second half: mdast to a tree without Markdown syntax. Never throws: whatever is wrong is a message in `file`, and
 * the tree is the best reading of the rest.
 */
export function parseChapter({file, tree}: MarkdownChapter, context: ParseContext): ParsedChapter {
  const metadata = readFrontMatter(file, tree)
  for (const transform of transforms) transform(tree, file, context)
  return {file, metadata, tree}
}
