import path from 'node:path/posix'
import {findNamed, headingOf} from '../markdown-files.ts'
import type {BookFiles, Tool} from '../outline.ts'
import {readLinkList} from '../read-link-list.ts'
import {readLiteral} from '../read-literals.ts'
import {blankComments} from '../source-module.ts'
import {recordOf, textIn} from '../values.ts'

/**
 * `_sidebar.md` of docsify: a list of links; items without one are parts. The title is the `name` in `index.html`, else the heading of
 * the README beside it. https://docsify.js.org/#/more-pages?id=sidebar, https://docsify.js.org/#/configuration?id=name
 */
export const docsify: Tool = {
  name: 'docsify',
  read(files) {
    const [location] = findNamed(files, /(?:^|\/)_?sidebar\.md$/iu)
    if (location === undefined) return undefined
    const base = path.dirname(location)
    const {back, front, parts} = readLinkList(files.textOf(location) ?? '', base)
    const title = siteName(files, path.join(base, 'index.html')) ?? headingOf(files, path.join(base, 'README.md'))
    // Links in headings are pages too.
    return {title, parts: [{chapters: front}, ...parts, {chapters: back}]}
  },
}

/** The `name` among the settings in a page, which may be HTML. */
function siteName(files: BookFiles, page: string): string | undefined {
  const [, settings] = /\$docsify\s*=\s*(?=\{)([\s\S]*)/u.exec(files.textOf(page) ?? '') ?? []
  if (settings === undefined) return undefined
  const {name} = recordOf(readLiteral({path: page, source: blankComments(settings), open: () => undefined}, 0))
  return textIn(textIn(name)?.replaceAll(/<[^>]*>/gu, ''))
}
