import type {ParseContext} from '../model/parse-context.ts'
import type {ParsedChapter} from '../model/parsed.ts'
import {readFrontMatter} from './front-matter.ts'
import type {MarkdownChapter} from './read-markdown.ts'
import {transforms} from './transforms/transforms.ts'

/**
 * The second half, after `readMarkdown`: mdast to a tree without Markdown syntax. Never throws: whatever is wrong is a message in `file`, and
 * the tree is the best reading of the rest.
 */
export function parseChapter({file, tree}: MarkdownChapter, context: ParseContext): ParsedChapter {
  const metadata = readFrontMatter(file, tree)
  for (const transform of transforms) transform(tree, file, context)
  return {file, metadata, tree}
}
