import path from 'node:path/posix'
import {findNamed} from '../markdown-files.ts'
import type {Tool} from '../outline.ts'
import {readLinkList} from '../read-link-list.ts'

/** `_sidebar.md` of docsify: a list of links; items without one are parts. https://docsify.js.org/#/more-pages?id=sidebar */
export const docsify: Tool = {
  name: 'docsify',
  read(files) {
    const [location] = findNamed(files, /(?:^|\/)_?sidebar\.md$/iu)
    if (location === undefined) return undefined
    const {back, front, parts} = readLinkList(files.textOf(location) ?? '', path.dirname(location))
    // Links in headings are pages too.
    return {parts: [{chapters: front}, ...parts, {chapters: back}]}
  },
}
