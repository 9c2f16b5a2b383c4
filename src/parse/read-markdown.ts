import type {Root} from 'mdast'
import type {Point} from 'micromark-util-types'
import type {VFile} from 'vfile'
import {limits} from '../diagnostics/limits.ts'
import {reportProblem} from '../diagnostics/report-problem.ts'
import {cleanText} from './clean-text.ts'
import {limitContainers} from './limit-containers.ts'
import {notebookMarkdown} from './notebook.ts'
import {translateForeign} from './foreign/translate-foreign.ts'
import {flattenTooDeep} from './nesting.ts'
import {parseMarkdown} from './parse-markdown.ts'

/** A chapter's Markdown as mdast: what it includes is known, and not yet in it. */
export interface MarkdownChapter {
  readonly file: VFile
  readonly tree: Root
}

const longest = limits.chapter.most

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
  if (/\.ipynb$/iu.test(file.path)) file.value = notebookMarkdown(file)
  return file.value
}

/** The first half of parsing a chapter, or of what it includes. Never throws. */
export function readMarkdown(file: VFile): MarkdownChapter {
  const beyond: Point[] = []
  const text = limitContainers(translateForeign(readText(file), file), file)
  file.data.translated = text
  const tree = parseMarkdown(text, beyond)
  for (const {column, line} of beyond) reportMarks(file, {line, column})
  flattenTooDeep(tree, file)
  return {file, tree}
}

function reportMarks(file: VFile, place: {readonly line: number; readonly column: number}): void {
  const {marks, pairs} = limits
  reportProblem(file, {
    ruleId: 'paragraph-has-bearable-size',
    reason: `这一段的标记太多，从这里起按原样显示 / Unexpected number of marks in a paragraph, expected at most ${pairs.most} that come in pairs and ${marks.most} in all: from here on they are text`,
    place,
    hint: '拆成几段 / split it',
  })
}
