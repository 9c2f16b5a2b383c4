import type {Root} from 'mdast'
import type {VFile} from 'vfile'
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

/** The first half of parsing a chapter. Never throws. */
export function readMarkdown(file: VFile): MarkdownChapter {
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
