import {findDirective} from '../directives.ts'
import {foreignContainers} from './containers.ts'
import {codeLines, dedented, indentedEnd, indentOf, type ForeignText} from './foreign-text.ts'

const opening =
  /^(?<indent>[ \t]*)(?:(?<mark>!!!|\?\?\?\+?)[ ]*(?<kind>[a-z][\w-]*)(?<classes>(?: +[a-z][\w-]*)*)(?: +"(?<title>(?:\\.|[^"])*)")?|(?<tab>===[!+]?) +"(?<label>[^"]+)"|\.\. (?<rst>[a-z][\w-]*)::[ ]?(?<argument>.*))\s*$/u

/**
 * Blocks that hold what is indented below them (Python-Markdown's `!!! note "T"`, `??? note`, `=== "Tab"`, and `.. note::` of
 * reStructuredText) become quotes with a marker, `> [!note] T`, which take no line more than they have.
 */
export function translateAdmonitions({lines, note}: Pick<ForeignText, 'lines' | 'note'>): void {
  if (!lines.some((line) => opening.test(line))) return
  const isCode = codeLines(lines)
  for (let index = 0; index < lines.length; index++) {
    const groups = isCode[index] ? undefined : opening.exec(lines[index] ?? '')?.groups
    if (!groups) continue
    const {indent = '', kind = '', label, rst, tab} = groups
    // What it is, only its own tool knows.
    if (rst !== undefined && !isAdmonition(rst)) continue
    const end = indentedEnd(lines, index + 1, indentOf(indent))
    if (tab !== undefined) {
      note({tool: 'MkDocs', construct: 'tabs', outcome: 'flattened'}, index)
      takeOut(lines, {index, end, indent, heading: `**${label}**`})
      continue
    }
    const marker = markerOf(rst ?? kind, rst === undefined ? titleOf(groups) : (groups['argument'] ?? ''))
    lines[index] = `${indent}> ${groups['mark']?.startsWith('?') ? marker.replace(/\[!\w+\]/u, '[!details]') : marker}`
    const inner = dedented(lines.slice(index + 1, end))
    // What stands inside may hold more of them.
    const from = index + 1
    translateAdmonitions({lines: inner, note: (use, at) => note(use, from + at)})
    for (const [offset, line] of inner.entries()) lines[index + 1 + offset] = `${indent}> ${line}`.trimEnd()
    index = Math.max(index, end - 1)
  }
}

const isAdmonition = (name: string) =>
  findDirective(name) !== undefined || foreignContainers.get(name)?.directive !== undefined

function titleOf({classes, kind = '', mark = '', title}: Record<string, string | undefined>): string {
  if (title !== undefined) return title.replaceAll(String.raw`\"`, '"')
  if (classes) return ''
  return mark.startsWith('?') ? kind.charAt(0).toUpperCase() + kind.slice(1) : ''
}

/** `[!kind] title` as `recogniseCallouts` reads it. */
export function markerOf(kind: string, title: string): string {
  const name = kind.toLowerCase()
  const known = foreignContainers.get(name)
  const directive = findDirective(name)?.name === undefined || name === 'example' ? known?.directive : name
  const said = title.trim() || known?.title || (directive ? '' : kind.charAt(0).toUpperCase() + kind.slice(1))
  return `[!${directive ?? 'note'}]${said ? ` ${said}` : ''}`
}

/** Content that stands where its block was. */
function takeOut(
  lines: string[],
  {
    end,
    heading,
    indent,
    index,
  }: {readonly index: number; readonly end: number; readonly indent: string; readonly heading: string},
): void {
  lines[index] = `${indent}${heading}`
  const inner = dedented(lines.slice(index + 1, end))
  for (const [offset, line] of inner.entries()) lines[index + 1 + offset] = line ? `${indent}${line}` : ''
  // The bold line is a paragraph of its own only where a blank line follows.
  if (inner[0]?.trim()) lines[index] = `${indent}**${heading.replaceAll('**', '')}**\\`
}
