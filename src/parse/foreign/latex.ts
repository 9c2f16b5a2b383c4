import {codeLines, labelled, quoted, type ForeignText} from './foreign-text.ts'

/** LaTeX's environments of text: lists, figures, quotations. Those of formulas are read elsewhere. */
export function translateLatex(text: ForeignText): void {
  const {lines} = text
  if (!lines.some((line) => /\\begin\{/u.test(line))) return
  const isCode = codeLines(lines)
  const open: string[] = []
  for (let index = 0; index < lines.length; index++) {
    if (isCode[index]) continue
    const bare = (lines[index] ?? '').trim()
    const {name = '', rest = ''} = /^\\begin\{(?<name>[a-z]+)\*?\}(?<rest>.*)$/u.exec(bare)?.groups ?? {}
    if (name === 'figure' || name === 'table') index = translateFloat(text, index, name)
    else if (lists.has(name) || blocks.has(name)) {
      open.push(name)
      const title = /^\[(?<title>[^\]]*)\]/u.exec(rest)?.groups?.['title'] ?? ''
      lines[index] = theorems.has(name) ? `:::${name}${labelled(title)}` : ''
    } else if (/^\\end\{[a-z]+\*?\}$/u.test(bare) && open.length > 0) {
      const last = open.pop() ?? ''
      lines[index] = theorems.has(last) ? ':::' : ''
    } else translateItem(lines, index, open)
  }
}

const lists = new Set(['itemize', 'enumerate', 'description'])
const theorems = new Set(['theorem', 'lemma', 'definition', 'example', 'remark', 'proof', 'exercise'])
const blocks = new Set(['center', 'quote', 'quotation', 'abstract', 'flushleft', 'flushright', 'minipage', ...theorems])

function translateItem(lines: string[], index: number, open: readonly string[]): void {
  const list = open.findLast((name) => lists.has(name))
  const depth = open.filter((name) => lists.has(name)).length
  const {label, rest} = /^\s*\\item(?:\[(?<label>[^\]]*)\])?\s*(?<rest>.*)$/u.exec(lines[index] ?? '')?.groups ?? {}
  const indent = '   '.repeat(Math.max(0, depth - 1))
  if (list && rest !== undefined) {
    lines[index] = `${indent}${list === 'enumerate' ? '1. ' : '-  '}${label ? `**${label}** ` : ''}${rest}`
  } else if (open.some((name) => name === 'quote' || name === 'quotation')) {
    lines[index] = `> ${(lines[index] ?? '').trim()}`.trimEnd()
  } else if (list && (lines[index] ?? '').trim()) lines[index] = `${indent}   ${(lines[index] ?? '').trim()}`
}

/** A figure with `\includegraphics` becomes an image; returns its last line. */
function translateFloat({lines}: ForeignText, index: number, name: string): number {
  const end = lines.slice(0, index + 200).findIndex((line, at) => at > index && line.includes(`\\end{${name}`))
  if (end < 0) return index
  const whole = lines.slice(index, end + 1).join(' ')
  const images = Array.from(whole.matchAll(/\\includegraphics(?:\[(?<options>[^\]]*)\])?\{(?<file>[^{}]+)\}/gu))
  if (images.length === 0) return end
  const caption = /\\caption\{(?<caption>(?:[^{}]|\{[^{}]*\})*)\}/u.exec(whole)?.groups?.['caption'] ?? ''
  const label = /\\label\{(?<label>[^{}]+)\}/u.exec(whole)?.groups?.['label']
  for (let at = index; at <= end; at++) lines[at] = ''
  const written = images.map(({groups = {}}, at) => {
    const share = /width=(?<share>[\d.]*)\\(?:text|line|column)width/u.exec(groups['options'] ?? '')?.groups?.['share']
    const width = share === undefined ? [] : [`width=${Math.round(Number(share || '1') * 100)}%`]
    const isFirst = at === 0
    const items = [
      ...(label && isFirst ? [`#${label}`] : []),
      ...width,
      ...(caption ? [] : [`alt=${quoted(groups['file'] ?? '')}`]),
    ]
    return `![${isFirst ? caption : ''}](<${groups['file']}>)${items.length > 0 ? `{${items.join(' ')}}` : ''}`
  })
  lines[index] = written.join(' ')
  return end
}
