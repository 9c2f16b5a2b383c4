import type {Root} from 'mdast'
import type {Point} from 'micromark-util-types'
import '../model/mdast.ts'
import {limitedProcessor} from './processor.ts'

/**
 * Markdown to mdast with the dialect's constructs still as they are written; `beyond` is given the places where paragraphs begin to
 * have more marks than are read. Never throws.
 */
export function parseMarkdown(markdown: string, beyond: Point[] = []): Root {
  return limitedProcessor(beyond).parse(markdown)
}
