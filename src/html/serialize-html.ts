import type {Root} from 'hast'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'

const stringifier = unified()
  .use(rehypeStringify, {characterReferences: {useNamedReferences: false}})
  .freeze()

/** A hast tree as HTML. */
export function serializeHtml(tree: Root): string {
  return stringifier.stringify(tree)
}
