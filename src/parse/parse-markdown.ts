import type {Root} from 'mdast'
import '../model/mdast.ts'
import {processor} from './processor.ts'

/** Markdown to mdast with the dialect's constructs still as they are written. Never throws. */
export function parseMarkdown(markdown: string): Root {
  return processor.parse(markdown)
}
