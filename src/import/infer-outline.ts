import type {BookFiles, Outline, OutlineProblem, Tool} from './outline.ts'
import {settleOutline} from './settle-outline.ts'
import {bookdown} from './tools/bookdown.ts'
import {carpentries} from './tools/carpentries.ts'
import {docsify} from './tools/docsify.ts'
import {docusaurus} from './tools/docusaurus.ts'
import {hugo} from './tools/hugo.ts'
import {jekyll} from './tools/jekyll.ts'
import {jupyterBook} from './tools/jupyter-book.ts'
import {mkdocs} from './tools/mkdocs.ts'
import {myst} from './tools/myst.ts'
import {names} from './tools/names.ts'
import {quarto} from './tools/quarto.ts'
import {sphinx} from './tools/sphinx.ts'
import {summary} from './tools/summary.ts'
import {vitepress} from './tools/vitepress.ts'
import {append} from '../model/append.ts'

/** The most specific first: a Jupyter Book also has a `_config.yml`, a book of any tool may have an `index.md`. */
const tools: readonly Tool[] = [
  quarto,
  bookdown,
  jupyterBook,
  myst,
  summary,
  mkdocs,
  carpentries,
  docusaurus,
  vitepress,
  docsify,
  sphinx,
  hugo,
  jekyll,
  names,
]

/**
 * The order of a book that another tool builds, from the first tool whose files name chapters that exist; else from the
 * names of its files. Absent where there is no Markdown. Nothing of the book is run. `name` stands for a missing title.
 */
export function inferOutline(files: BookFiles, name: string): Outline | undefined {
  const problems: OutlineProblem[] = []
  for (const tool of tools) {
    const draft = tool.read(files)
    if (!draft) continue
    const outline = settleOutline(draft, files, {name, tool: tool.name})
    if (outline.parts.some(({chapters}) => chapters.length > 0))
      return {...outline, problems: [...problems, ...outline.problems]}
    // Why another tool's order is taken.
    append(problems, outline.problems)
  }
  return undefined
}
