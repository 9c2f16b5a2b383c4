import {matchGroups} from '../match-groups.ts'
import {labelled, proseLines, quoted, type ForeignText} from './foreign-text.ts'

/** LaTeX's environments of text: lists, figures, quotations. Those of formulas are read elsewhere. */
export function translateLatex({lines}: ForeignText): void {
  if (!lines.some((line) => /\\begin\{/u.test(line))) return
  const open: string[] = []
  let next = 0
  for (const [index, line] of proseLines(lines)) {
    if (index < next) continue
    const found = matchGroups<'name' | 'rest'>(begin, line.trim())
    if (found && floats.has(found.name)) next = translateFloat(lines, index, found.name) + 1
    else if (found && isEnvironment(found.name)) {
      open.push(found.name)
      lines[index] = openingOf(found)
    } else if (/^\\end\{[a-z]+\*?\}$/u.test(line.trim()) && open.length > 0) {
      lines[index] = theorems.has(open.pop() ?? '') ? ':::' : ''
    } else translateItem(lines, index, open)
  }
}

const isEnvironment = (name: string) => lists.has(name) || blocks.has(name)

function openingOf({name, rest}: {readonly name: string; readonly rest: string}): string {
  return theorems.has(name) ? `:::${name}${labelled(/^\[([^\]]*)\]/u.exec(rest)?.[1] ?? '')}` : ''
}

const floats = new Set(['figure', 'table'])
const begin = /^\\begin\{(?<name>[a-z]+)\*?\}(?<rest>.*)$/u
const lists = new Set(['itemize', 'enumerate', 'description'])
const theorems = new Set(['theorem', 'lemma', 'definition', 'example', 'remark', 'proof', 'exercise'])
const blocks = new Set(['center', 'quote', 'quotation', 'abstract', 'flushleft', 'flushright', 'minipage', ...theorems])

const item = /^\s*\\item(?:\[(?<label>[^\]]*)\])?\s*(?<rest>.*)$/u

function translateItem(lines: string[], index: number, open: readonly string[]): void {
  const nested = open.filter((name) => lists.has(name))
  const list = nested.at(-1)
  const found = list ? matchGroups<'label' | 'rest'>(item, lines[index]) : undefined
  const text = (lines[index] ?? '').trim()
  const indent = '   '.repeat(Math.max(0, nested.length - 1))
  if (found) {
    const label = found.label ? `**${found.label}** ` : ''
    lines[index] = `${indent}${list === 'enumerate' ? '1. ' : '-  '}${label}${found.rest}`
  } else if (open.includes('quote') || open.includes('quotation')) lines[index] = `> ${text}`.trimEnd()
  else if (list && text) lines[index] = `${indent}   ${text}`
}

/** A figure with `\includegraphics` becomes an image; returns its last line. */
function translateFloat(lines: string[], index: number, name: string): number {
  const end = lines.slice(0, index + 200).findIndex((line, at) => at > index && line.includes(`\\end{${name}`))
  const whole = lines.slice(index, end + 1).join(' ')
  const images = Array.from(whole.matchAll(/\\includegraphics(?:\[(?<options>[^\]]*)\])?\{(?<file>[^{}]+)\}/gu))
  if (end < 0 || images.length === 0) return Math.max(end, index)
  const {caption} = matchGroups<'caption'>(/\\caption\{(?<caption>(?:[^{}]|\{[^{}]*\})*)\}/u, whole) ?? {caption: ''}
  const {label} = matchGroups<'label'>(/\\label\{(?<label>[^{}]+)\}/u, whole) ?? {label: ''}
  for (let at = index; at <= end; at++) lines[at] = ''
  const written = images.map(({groups = {}}, at) =>
    at === 0 ? imageOf(groups, {caption, label}) : imageOf(groups, {caption: '', label: ''}),
  )
  lines[index] = written.join(' ')
  return end
}

function imageOf(
  {file = '', options = ''}: Readonly<Record<string, string | undefined>>,
  {caption, label}: {readonly caption: string; readonly label: string},
): string {
  const share = /width=(?<share>[\d.]*)\\(?:text|line|column)width/u.exec(options)?.groups?.['share']
  const items = [
    ...(label ? [`#${label}`] : []),
    ...(share === undefined ? [] : [`width=${Math.round(Number(share || '1') * 100)}%`]),
    ...(caption ? [] : [`alt=${quoted(file)}`]),
  ]
  return `![${caption}](<${file}>)${items.length > 0 ? `{${items.join(' ')}}` : ''}`
}
