import {directiveFromMarkdown} from 'mdast-util-directive'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkCjkFriendlyGfmStrikethrough from 'remark-cjk-friendly-gfm-strikethrough'
import {remarkDefinitionList} from 'remark-definition-list'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified, type Processor} from 'unified'
import {attributesFromMarkdown, attributeSyntax} from './syntax/attribute-block.ts'
import {directiveSyntax} from './syntax/role-syntax.ts'
import {fencesFromMarkdown} from './syntax/fences-from-markdown.ts'
import {formulaFromMarkdown} from './syntax/formula-from-markdown.ts'
import {formulaSyntax} from './syntax/formula-syntax.ts'

/** The Markdown parser: CommonMark, GFM, front matter, directives and formulas, with emphasis that knows Chinese. */
export const processor = unified()
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
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    directiveSyntax(),
    formulaSyntax(),
    attributeSyntax(),
  ]
  data.fromMarkdownExtensions = [
    ...(data.fromMarkdownExtensions ?? []),
    directiveFromMarkdown(),
    fencesFromMarkdown(),
    formulaFromMarkdown(),
    attributesFromMarkdown(),
  ]
}
