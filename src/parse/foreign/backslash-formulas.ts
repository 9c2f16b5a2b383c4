import {proseLines, replaceOutsideCode, type ForeignText} from './foreign-text.ts'

/**
 * Formulas as MathJax's pages and LaTeX have them: `\\(x\\)` and `\\[x\\]`, whose backslashes Markdown takes for escaped ones, and `\(x\)` and
 * `\[x\]`, which are brackets to Markdown. The former mean nothing else; the latter are formulas where they look like one.
 */
export function translateBackslashFormulas({lines}: ForeignText): void {
  if (!lines.some((line) => /\\[([]/u.test(line))) return
  for (const {from, text} of paragraphs(lines)) {
    const translated = replaceOutsideCode(text, (one) =>
      [display, ...inline].reduce((rest, pattern) => replaceFormulas(rest, pattern), one),
    )
    for (const [index, line] of translated.split('\n').entries()) lines[from + index] = line
  }
}

function replaceFormulas(text: string, pattern: RegExp): string {
  let end = 0
  const parts: string[] = []
  for (const {0: all, groups = {}, index} of text.matchAll(pattern)) {
    const {after, before, inner = '', mark = ''} = groups
    parts.push(text.slice(end, index))
    end = index + all.length
    if (!isMeant(mark, inner) || (mark.length === 1 && isTextAt(text, index, groups))) parts.push(all)
    else if (before === undefined) parts.push(inText(inner, mark))
    else parts.push(`${before}$$${spaced(inner, mark)}${after}$$`)
  }
  return parts.join('') + text.slice(end)
}

/** Runs of lines that are not blank. */
function paragraphs(lines: readonly string[]): {readonly from: number; readonly text: string}[] {
  const runs: {from: number; lines: string[]}[] = []
  for (const [index, line] of proseLines(lines)) {
    const last = runs.at(-1)
    if (line.trim() === '') continue
    if (last && last.from + last.lines.length === index) last.lines.push(line)
    else runs.push({from: index, lines: [line]})
  }
  return runs.map((run) => ({from: run.from, text: run.lines.join('\n')})).filter(({text}) => /\\[([]/u.test(text))
}

const most = 4000
const inline = [
  new RegExp(String.raw`(?<!\\)(?<mark>\\{1,2})\((?<inner>(?:(?!\\[()])[^$]){1,${most}}?)\k<mark>\)`, 'gu'),
  // Within a line of text, square brackets are no display.
  new RegExp(String.raw`(?<!\\)(?<mark>\\{1,2})\[(?<inner>(?:(?!\\[[\]](?!\d))[^$]){1,${most}}?)\k<mark>\]`, 'gu'),
]
/** All of its lines. */
const display = new RegExp(
  String.raw`(?<=^|\n)(?<before>(?:[^\S\n]|>)*)(?<!\\)(?<mark>\\{1,2})\[(?<inner>(?:(?!\\[[\]](?!\d))[^$]){1,${most}}?)\k<mark>\](?<after>[.,;]?)[^\S\n]*(?=\n|$)`,
  'gu',
)

function isMeant(mark: string, inner: string): boolean {
  if (inner.trim() === '') return false
  if (mark.length === 2) return true
  const words = inner.replaceAll(/\\[A-Za-z]+|\{[^{}]*\}/gu, ' ')
  if (/[A-Za-z]{3,}\s+[A-Za-z]{3,}|\p{Script=Han}/u.test(words)) return false
  if (/\\[A-Za-z]{2,}/u.test(inner)) return true
  return (/[\^_=<>+*/|]/u.test(inner) && !/[A-Za-z]{4,}/u.test(words)) || /^\s*\p{L}\s*$/u.test(inner)
}

/** `\(a\)` at the start of a line is what a list would be without its backslash, `\[x\]` a box that is ticked; addresses have brackets too. */
function isTextAt(text: string, at: number, {before, inner = ''}: Readonly<Record<string, string | undefined>>) {
  if (before === undefined && isInAddress(text, at)) return true
  if (!/^\s*\w\s*$/u.test(inner)) return false
  const start = text.slice(text.lastIndexOf('\n', at) + 1, at)
  return before !== undefined || text[at + 1] === '[' || /^[\s>]*$/u.test(start)
}

/** Whether a bracket with a backslash is in an address, or right behind a word. */
export const isInAddress = (text: string, at: number): boolean =>
  /(?:[\w/.:%&=?#~-]|\]\()$/u.test(text.slice(Math.max(0, at - 2), at))

/** Signs that kramdown takes a backslash from, before MathJax sees the formula. */
const escaped = /\\(?<sign>[\\.*_+`\-()[\]{}#!:|"'<>])/gu

const unescaped = (inner: string, mark: string) => (mark.length === 2 ? inner.replaceAll(escaped, '$<sign>') : inner)

/** The breaks of lines before and behind a formula are the text's. */
function inText(inner: string, mark: string): string {
  const before = inner.slice(0, inner.length - inner.trimStart().length)
  const after = inner.slice(inner.trimEnd().length)
  const breaks = (space: string) => (space.includes('\n') ? space : '')
  return `${breaks(before)}$${unescaped(inner.trim(), mark)}$${breaks(after)}`
}

/** Without the spaces beside its marks, but for those of lines of their own. */
const spaced = (inner: string, mark: string) => unescaped(inner.includes('\n') ? inner : inner.trim(), mark)
