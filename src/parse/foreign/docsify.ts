import {identifierOf} from '../attributes.ts'
import {proseLines, type ForeignText} from './foreign-text.ts'

const underline = /^ {0,3}(?:=+|-+)\s*$/u
const ignored = /[^\S\n]*(?:<!--\s*)?\{docsify-ignore(?:-all)?\}(?:\s*-->)?/gu
const named = /[^\S\n]+:id=(?<id>[\w-]+)\s*$/u

/** What headings say to docsify: `{docsify-ignore}` is about its side bar, and `:id=name` is the heading's name. */
export function translateDocsify({lines}: ForeignText): void {
  if (!lines.some((line) => /\{docsify-ignore|:id=/u.test(line))) return
  for (const [index, line] of proseLines(lines)) {
    const isHeading = /^[\s>]*#{1,6}\s/u.test(line) || underline.test(lines[index + 1] ?? '')
    if (!isHeading) continue
    lines[index] = line
      .replaceAll(ignored, '')
      .replace(named, (_written: string, id: string) => ` {#${identifierOf(id)}}`)
      .trimEnd()
  }
}
