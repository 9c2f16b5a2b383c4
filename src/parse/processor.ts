import type {Root} from 'mdast'
import {directiveFromMarkdown} from 'mdast-util-directive'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkCjkFriendlyGfmStrikethrough from 'remark-cjk-friendly-gfm-strikethrough'
import {remarkDefinitionList} from 'remark-definition-list'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified, type Processor} from 'unified'
import {endAutolinks} from './syntax/autolink-syntax.ts'
import {attributesFromMarkdown, attributeSyntax} from './syntax/attribute-block.ts'
import {directiveSyntax} from './syntax/role-syntax.ts'
import {citationKeySyntax} from './syntax/citation-key.ts'
import {withEarlyEnd} from './syntax/definition-syntax.ts'
import {fencesFromMarkdown} from './syntax/fences-from-markdown.ts'
import {formulaFromMarkdown} from './syntax/formula-from-markdown.ts'
import type {Point} from 'micromark-util-types'
import {imageFromMarkdown} from './syntax/image-from-markdown.ts'
import {formulaSyntax} from './syntax/formula-syntax.ts'
import {markLimit} from './syntax/mark-limit.ts'

/** The Markdown parser: CommonMark, GFM, front matter, directives and formulas, with emphasis that knows Chinese. */
const processor = unified()
  .use(remarkParse)
  // A single tilde is a range in Chinese, or a subscript.
  .use(remarkGfm, {singleTilde: false})
  // After GFM, whose strikethrough it replaces.
  .use(remarkCjkFriendly)
  .use(remarkCjkFriendlyGfmStrikethrough, {singleTilde: false})
  .use(remarkDefinitionList)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkDialect)
  .freeze()

function remarkDialect(this: Processor): undefined {
  const data = this.data()
  const others = (data.micromarkExtensions ?? []).map((extension) => withEarlyEnd(endAutolinks(extension)))
  data.micromarkExtensions = [...others, directiveSyntax(), formulaSyntax(), citationKeySyntax(), attributeSyntax()]
  data.fromMarkdownExtensions = [
    ...(data.fromMarkdownExtensions ?? []),
    directiveFromMarkdown(),
    fencesFromMarkdown(),
    formulaFromMarkdown(),
    imageFromMarkdown(),
    attributesFromMarkdown(),
  ]
}

/** The parser with limits on the marks of a paragraph, after everything else: see `markLimit`. */
export const limitedProcessor = (found: Point[]): {readonly parse: (markdown: string) => Root} =>
  processor().use(remarkMarkLimit, found)

function remarkMarkLimit(this: Processor, found: Point[]): undefined {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), markLimit(found)]
}
