import {findDirective} from '../directives.ts'
import {foreignContainers} from './containers.ts'
import {matchGroups} from '../match-groups.ts'
import {dedented, indentedEnd, indentOf, proseLines, type ForeignText} from './foreign-text.ts'

const opening =
  /^(?<indent>[ \t]*)(?:(?<mark>!!!|\?\?\?\+?)[ ]*(?<kind>[a-z][\w-]*)(?<classes>(?: +[a-z][\w-]*)*)(?<titled> +"(?<title>(?:\\.|[^"])*)")?|(?<tab>===[!+]?) +"(?<label>[^"]+)"|\.\. (?<rst>[a-z][\w-]*)::[ ]?(?<argument>.*))\s*$/u

/**
 * Blocks that hold what is indented below them (Python-Markdown's `!!! note "T"`, `??? note`, `=== "Tab"`, and `.. note::` of
 * reStructuredText) become quotes with a marker, `> [!note] T`, which take no line more than they have.
 */
export function translateAdmonitions({lines, note}: Pick<ForeignText, 'lines' | 'note'>): void {
  if (!lines.some((line) => opening.test(line))) return
  let next = 0
  for (const [index, line] of proseLines(lines)) {
    const groups = index < next ? undefined : matchGroups<GroupName>(opening, line)
    // What else there is of reStructuredText, only its own tool knows.
    if (!groups || (groups.rst && !isAdmonition(groups.rst))) continue
    const {indent, label, tab} = groups
    const end = indentedEnd(lines, index + 1, indentOf(indent))
    if (tab) {
      note({tool: 'MkDocs', construct: 'tabs', outcome: 'flattened'}, index)
      takeOut(lines, {index, end, indent, title: `**${label}**`})
      continue
    }
    if (groups.rst === 'only') {
      note({tool: 'Sphinx', construct: 'only', outcome: 'flattened', remedy: ':::only{in="…"}'}, index)
      takeOut(lines, {index, end, indent, title: ''})
      continue
    }
    lines[index] = `${indent}> ${markerOf(groups)}`
    const inner = dedented(lines.slice(index + 1, end))
    // What stands inside may hold more of them.
    translateAdmonitions({lines: inner, note: (use, at) => note(use, index + 1 + at)})
    for (const [offset, one] of inner.entries()) lines[index + 1 + offset] = `${indent}> ${one}`.trimEnd()
    next = end
  }
}

type GroupName = 'argument' | 'classes' | 'indent' | 'kind' | 'label' | 'mark' | 'rst' | 'tab' | 'title' | 'titled'
type Groups = Readonly<Record<GroupName, string>>

/** Whether reStructuredText's directive of this name is a block of text here. */
export const isAdmonition = (name: string): boolean =>
  findDirective(name) !== undefined || foreignContainers.get(name)?.directive !== undefined

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** `[!kind] title` as `recogniseCallouts` reads it; what a reader may open is `[!details]`. */
function markerOf(groups: Groups): string {
  const name = (groups.rst || groups.kind).toLowerCase()
  const isFolded = groups.mark.startsWith('?')
  const {directive, title} = kindOf(name)
  const said = titleOf(groups, title ?? (isFolded || !directive ? capital(name) : ''))
  return `[!${isFolded ? 'details' : (directive ?? 'note')}]${said ? ` ${said}` : ''}`
}

/** Lectern's example is a numbered one. */
function kindOf(name: string): {readonly directive?: string; readonly title?: string} {
  const own = name === 'example' ? undefined : findDirective(name)
  return own ? {directive: own.name} : (foreignContainers.get(name) ?? {})
}

/** What its author says, else what the tool would; an empty title, or more classes, want none. */
function titleOf({argument, classes, rst, title, titled}: Groups, usual: string): string {
  if (rst) return argument.trim() || usual
  return title.replaceAll(String.raw`\"`, '"') || (titled || classes ? '' : usual)
}

/** Content that stands where its block was. */
function takeOut(
  lines: string[],
  {
    end,
    indent,
    index,
    title,
  }: {readonly index: number; readonly end: number; readonly indent: string; readonly title: string},
): void {
  const inner = dedented(lines.slice(index + 1, end))
  for (const [offset, line] of inner.entries()) lines[index + 1 + offset] = line ? `${indent}${line}` : ''
  // Without a blank line after it, the title would run into what follows.
  lines[index] = title ? `${indent}${title}${inner[0]?.trim() ? '\\' : ''}` : ''
}
