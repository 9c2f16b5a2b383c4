import type {VFile} from 'vfile'
import {matchGroups} from '../match-groups.ts'

/** What becomes of a construct of another tool, where it is not what its author meant. */
export type Outcome =
  /** Nothing is shown of it. */
  | 'dropped'
  /** Its content stays where it stood, without what the tool would have done with it. */
  | 'flattened'

/** One use of a construct of another tool that is not read as its author meant. */
export interface ForeignUse {
  readonly tool: string
  /** What it is, for instance `include`: uses of one tool and construct are one entry of a report. */
  readonly construct: string
  readonly outcome: Outcome
  /** From 1. */
  readonly line: number
  /** Of what takes several lines, the last. */
  readonly endLine?: number
  /** What lectern has instead. */
  readonly remedy?: string
}

declare module 'vfile' {
  interface DataMap {
    /** The text as it was parsed: line for line what the author wrote, which the file itself keeps. */
    translated: string
    /** What was found while the text was translated; reported when it is known which rules are silenced where. */
    foreignUses: ForeignUse[]
    /** Markers of list items that Markdown has not, for instance `（一）`, by line from 1. */
    listLabels: ReadonlyMap<number, string>
    /** Languages of indented code, by line from 1. */
    codeLanguages: ReadonlyMap<number, string>
    /** `{: .class}` of kramdown, by the line that ends the block before it. */
    blockAttributes: ReadonlyMap<number, string>
    /** `*[HTML]: …` of PHP Markdown Extra. */
    abbreviations: ReadonlyMap<string, string>
  }
}

/** The lines of a chapter while they are translated. Their number never changes: messages name them. */
export interface ForeignText {
  readonly lines: string[]
  readonly file: VFile
  /** Notes a use; `index` is that of the line, from 0. */
  readonly note: (use: Omit<ForeignUse, 'line'>, index: number) => void
}

export const foreignText = (text: string, file: VFile): ForeignText => {
  const uses: ForeignUse[] = []
  file.data.foreignUses = uses
  return {lines: text.split('\n'), file, note: (use, index) => uses.push({...use, line: index + 1})}
}

const fence = /^[\s>]*(?<fence>`{3,}(?=[^`]*$)|~{3,})(?<info>.*)$/u

/** For each line, whether it is in fenced code, or in the front matter. */
function fencedLines(lines: readonly string[]): boolean[] {
  const isFenced = fenceReader()
  const matterEnd = lines[0] === '---' ? lines.findIndex((line, at) => at > 0 && /^(?:---|\.\.\.)\s*$/u.test(line)) : -1
  return lines.map((line, index) => index <= matterEnd || isFenced(line))
}

/** The same, and whether it is in a displayed formula: nothing is translated there. */
function codeLines(lines: readonly string[]): boolean[] {
  const isFormula = formulaReader()
  return fencedLines(lines).map((fenced, index) => isFormula(fenced ? '' : (lines[index] ?? '')) || fenced)
}

/** Whether each of the lines that it is given is code between fences, or such a fence. */
export function fenceReader(): (line: string) => boolean {
  let open = ''
  return (line) => {
    const {fence: found, info} = matchGroups<'fence' | 'info'>(fence, line) ?? {fence: '', info: ''}
    const isInside = Boolean(open || found)
    if (!open) open = found
    else if (found.startsWith(open) && !info.trim()) open = ''
    return isInside
  }
}

/** The same of formulas between `$$`, which a blank line ends as well. */
function formulaReader(): (line: string) => boolean {
  let isOpen = false
  return (line) => {
    const dollars = line.split('$$').length - 1
    const isInside = isOpen || /^[\s>]*\$\$/u.test(line)
    if (isOpen) isOpen = dollars === 0 && line.trim() !== ''
    else isOpen = isInside && dollars === 1
    return isInside && line.trim() !== '' && (dollars !== 2 || /^[\s>]*\$\$/u.test(line))
  }
}

/** The lines that are none of this, with their index, as they are when their turn comes. */
export function* proseLines(lines: readonly string[]): Generator<readonly [index: number, line: string]> {
  for (const [index, isCode] of codeLines(lines).entries()) if (!isCode) yield [index, lines[index] ?? '']
}

/** Those between fences are left out, and those of displayed formulas are not. */
export function* unfencedLines(lines: readonly string[]): Generator<readonly [index: number, line: string]> {
  for (const [index, isCode] of fencedLines(lines).entries()) if (!isCode) yield [index, lines[index] ?? '']
}

/** A line of the same length with spaces where it has code. */
export const withoutCode = (line: string): string =>
  line.replaceAll(/(?<ticks>`+)(?!`)(?:(?!\k<ticks>).)*\k<ticks>(?!`)/gu, (code) => ' '.repeat(code.length))

/** Replaces outside of code spans and formulas of a line. */
export function replaceOutsideCode(line: string, replace: (text: string) => string): string {
  const parts = line.split(/(?<code>(?<ticks>`+)(?!`)(?:(?!\k<ticks>).)*\k<ticks>(?!`)|\$(?!\s)[^$\n]+\$)/u)
  // Each part is followed by the code and its ticks.
  return parts.map((part, index) => (index % 3 === 0 ? replace(part) : index % 3 === 1 ? part : '')).join('')
}

const isBlank = (line: string | undefined) => line === undefined || !line.trim()

/** The end (exclusive) of the lines after `from` that are blank or indented by more than `indent`, without blank ones at the end. */
export function indentedEnd(lines: readonly string[], from: number, indent: number): number {
  let end = from
  let last = from
  while (end < lines.length && (isBlank(lines[end]) || indentOf(lines[end] ?? '') > indent)) {
    end++
    if (!isBlank(lines[end - 1])) last = end
  }
  return last
}

export const indentOf = (line: string): number => (/^[ \t]*/u.exec(line)?.[0] ?? '').replaceAll('\t', '    ').length

/** Lines without the white space that all of them begin with. */
export function dedented(lines: readonly string[]): string[] {
  const indents = lines.filter((line) => line.trim()).map((line) => indentOf(line))
  const indent = indents.reduce((least, own) => Math.min(least, own), Infinity)
  return lines.map((line) => line.replaceAll('\t', '    ').slice(Number.isFinite(indent) ? indent : 0))
}

/** `key=value key="a value" "positional"`. */
export function readArguments(text: string): {
  readonly named: Readonly<Record<string, string>>
  readonly rest: readonly string[]
} {
  const named = new Map<string, string>()
  const rest: string[] = []
  const pattern =
    /(?<key>[\w-]+)=(?:"(?<d>[^"]*)"|'(?<s>[^']*)'|(?<p>[^\s"']*))|"(?<qd>[^"]*)"|'(?<qs>[^']*)'|(?<word>[^\s"']+)/gu
  for (const {groups = {}} of text.matchAll(pattern)) {
    const {d, key, p, qd, qs, s, word} = groups
    if (key) named.set(key, d ?? s ?? p ?? '')
    else rest.push(qd ?? qs ?? word ?? '')
  }
  return {named: Object.fromEntries(named), rest}
}

/** A title as the label of a directive: brackets in it come in pairs. */
export function labelled(title: string): string {
  if (!title.trim()) return ''
  const opened = title.split('[').length
  const closed = title.split(']').length
  return `[${opened === closed ? title.trim() : title.trim().replaceAll(/[[\]]/gu, String.raw`\$&`)}]`
}

/** Markdown between the quotes of an attribute, where a backslash before a sign is taken for an escape. */
export const quotedMarkdown = (value: string): string =>
  quoted(value.replaceAll(/\\(?=[!-/:-@[-`{-~])/gu, String.raw`\\`))

/** A value between the quotes of an attribute. */
export const quoted = (value: string): string => `"${value.replaceAll('"', '”')}"`
