import {matchGroups} from '../match-groups.ts'
import {isAdmonition} from './admonitions.ts'
import {fenceReader, type ForeignText, type Outcome} from './foreign-text.ts'

const opening = /^(?<prefix>[\s>]*)(?:`{3,}|~{3,})\s*(?<name>toc|eval_rst|\{eval-rst\})\s*$/u

/**
 * Fences that are no code: contents (```` ```toc ```` of d2lbook, and of plugins of Obsidian), which the outputs have of their own, and
 * reStructuredText (```` ```eval_rst ````, and MyST's ```` ```{eval-rst} ````). Of the latter, admonitions are read.
 */
export function translateRawFences(text: ForeignText): void {
  const {lines} = text
  if (!lines.some((line) => opening.test(line))) return
  // Of an empty line it says whether a fence is open.
  const isFenced = fenceReader()
  let found: Opening | undefined
  for (const [index, line] of lines.entries()) {
    if (!isFenced('')) found = openingOf(line, index)
    const isClosing = isFenced(line) && !isFenced('')
    if (found && isClosing) translateFence(found, index, text)
  }
}

interface Opening {
  readonly index: number
  readonly name: string
  readonly prefix: string
}

function openingOf(line: string, index: number): Opening | undefined {
  const groups = matchGroups<'name' | 'prefix'>(opening, line)
  return groups && {index, ...groups}
}

function translateFence({index, name, prefix}: Opening, end: number, {lines, note}: ForeignText): void {
  const outcome = name === 'toc' ? undefined : outcomeOf(lines.slice(index + 1, end), prefix)
  const isRead = outcome === 'flattened' || outcome === 'read'
  if (outcome && outcome !== 'read') note({tool: 'Sphinx', construct: 'eval_rst', outcome, endLine: end + 1}, index)
  for (let at = index; at <= end; at++) if (!isRead || at === index || at === end) lines[at] = prefix.trimEnd()
}

/** Where there are words beside admonitions, they stay as they are; directives alone say nothing to a reader. */
function outcomeOf(body: readonly string[], prefix: string): Outcome | 'read' {
  const flush = body.map((line) => line.slice(prefix.length)).filter((line) => /^\S/u.test(line))
  const names = flush.map((line) => /^\.\.(?: (?<name>[\w-]+)::|\s|$)/u.exec(line)?.groups?.['name'] ?? line)
  if (names.every((name) => isAdmonition(name))) return 'read'
  return flush.some((line, at) => !line.startsWith('..') || isAdmonition(names[at] ?? '')) ? 'flattened' : 'dropped'
}
