import {attributesAt} from '../attributes.ts'
import {matchGroups} from '../match-groups.ts'
import {dedented, proseLines, quoted, readArguments, type ForeignText} from './foreign-text.ts'

const opening = /^(?<indent>[ \t]*)<(?<name>[a-z][a-z0-9]*)\b(?<attributes>[^<>]*)>(?<rest>.*)$/u
/** `markdown="0"` wants none. */
const wantsMarkdown = /(?:^|\s)markdown(?:\s|$|=["']?(?!0)\w)/u

interface Element {
  readonly name: string
  readonly indent: string
  readonly id: string
  readonly index: number
  /** The line of its closing tag. */
  readonly end: number
}

/**
 * `<figure markdown>` and `<div markdown>` of Python-Markdown hold Markdown, without a blank line around it: their tags go, and a
 * `<figcaption>` is the caption of the one image beside it.
 */
export function translateMarkdownInHtml({lines}: ForeignText): void {
  if (!lines.some((line) => /<[a-z][^<>]*\smarkdown\b/u.test(line))) return
  for (const [index, line] of proseLines(lines)) {
    const found = matchGroups<'attributes' | 'indent' | 'name' | 'rest'>(opening, line)
    if (!found || !wantsMarkdown.test(found.attributes)) continue
    const {attributes, indent, name, rest} = found
    const closing = `</${name}>`
    if (rest.trimEnd().endsWith(closing)) lines[index] = `${indent}${rest.trimEnd().slice(0, -closing.length)}`
    const end = rest.trim() === '' ? endOf(name, lines, index) : -1
    if (end < 0) continue
    const {id = ''} = readArguments(attributes).named
    openElement(lines, {name, indent, id, index, end})
  }
}

/** The line that ends with the closing tag of an element; -1 where there is none. */
function endOf(name: string, lines: readonly string[], index: number): number {
  let depth = 1
  const tags = new RegExp(`<(?<slash>/?)${name}\\b`, 'gu')
  for (let at = index + 1; at < lines.length; at++) {
    const line = lines[at] ?? ''
    for (const {groups} of line.matchAll(tags)) depth += groups?.['slash'] ? -1 : 1
    if (depth <= 0) return line.trimEnd().endsWith(`</${name}>`) ? at : -1
  }
  return -1
}

function openElement(lines: string[], element: Element): void {
  const {end, id, indent, index, name} = element
  const last = (lines[end] ?? '').trimEnd().slice(0, -`</${name}>`.length)
  lines[end] = last.trim() ? last : ''
  const inner = dedented(lines.slice(index + 1, end + 1))
  const isNamed = name === 'figure' && captionImage(inner, id)
  for (const [offset, line] of inner.entries()) lines[index + 1 + offset] = line.trim() ? indent + line : ''
  // A list does not continue across the boundary of the element.
  if (!last.trim()) lines[end] = `${indent}<!-- -->`
  // Raw HTML reaches to the next blank line.
  const isAnchor = id !== '' && !isNamed && !inner[0]?.trim()
  lines[index] = `${indent}${isAnchor ? `<a id=${quoted(id)}></a>` : '<!-- -->'}`
}

const image = /^!\[(?<alt>[^\]]*)\](?<target>\([^()\s]*(?:\s+"[^"]*")?\))(?<attributes>\{[^{}]*\})?\s*$/u

/** Takes the tags of a caption away; whether it became that of an image, which then has the id of the figure. */
function captionImage(inner: string[], id: string): boolean {
  const caption = takeCaption(inner)
  const filled = inner.flatMap((line, at) => (line.trim() && at !== caption?.at ? [at] : []))
  const [only = -1, ...others] = filled
  const found = matchGroups<'alt' | 'attributes' | 'target'>(image, inner[only]?.trim())
  if (!found || others.length > 0) return false
  if (caption) inner[caption.at] = ''
  inner[only] = imageOf(found, {id, caption: caption?.words ?? ''})
  return true
}

function imageOf(
  {alt, attributes, target}: Readonly<Record<'alt' | 'attributes' | 'target', string>>,
  {caption, id}: {readonly caption: string; readonly id: string},
): string {
  const items = [
    ...(id ? [`#${id}`] : []),
    ...(caption && alt ? [`alt=${quoted(alt)}`] : []),
    attributesAt(attributes, 0)?.inner.trim() ?? '',
  ]
  const written = items.join(' ').trim()
  return `![${caption || alt}]${target}${written ? `{${written}}` : ''}`
}

/** The caption without its tags; where it has one line, that line. */
function takeCaption(inner: string[]): {readonly at: number; readonly words: string} | undefined {
  const start = inner.findIndex((line) => /^\s*<figcaption\b[^<>]*>/u.test(line))
  const end = inner.findIndex((line, at) => at >= start && /<\/figcaption>\s*$/u.test(line))
  if (start < 0 || end < 0) return undefined
  inner[start] = (inner[start] ?? '').replace(/^\s*<figcaption\b[^<>]*>\s*/u, '')
  inner[end] = (inner[end] ?? '').replace(/\s*<\/figcaption>\s*$/u, '')
  for (let at = start; at <= end; at++) inner[at] = (inner[at] ?? '').trim()
  const [at = -1, ...others] = inner.flatMap((line, place) => (place >= start && place <= end && line ? [place] : []))
  return at >= 0 && others.length === 0 ? {at, words: inner[at] ?? ''} : undefined
}
