import {codeLines, type ForeignText} from './foreign-text.ts'

interface Marker {
  readonly style: string
  /** Its place in the sequence; 0 where the tool counts. */
  readonly number: number
  readonly written: string
  /** What stands before the marker and after it. */
  readonly indent: string
  readonly rest: string
}

const han = '一二三四五六七八九十'
const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'

const patterns: readonly (readonly [style: string, pattern: RegExp, number: (text: string) => number])[] = [
  ['1、', /^(?<text>\d{1,3})、/u, Number],
  ['1．', /^(?<text>\d{1,3})．/u, Number],
  ['一、', /^(?<text>[一二三四五六七八九十]{1,3})、/u, (text) => hanNumber(text)],
  ['（一）', /^[（(](?<text>[一二三四五六七八九十]{1,3})[）)]/u, (text) => hanNumber(text)],
  ['（1）', /^（(?<text>\d{1,3})）/u, Number],
  ['①', /^(?<text>[①-⑳])/u, (text) => circled.indexOf(text) + 1],
  ['(1)', /^\((?<text>\d{1,3})\)\s/u, Number],
  ['i.', /^(?<text>[ivxlc]{1,6})\.\s/u, (text) => roman(text)],
  ['i)', /^\(?(?<text>[ivxlc]{1,6})\)\s/u, (text) => roman(text)],
  ['I.', /^(?<text>[IVXLC]{1,6})\.\s/u, (text) => roman(text.toLowerCase())],
  ['a.', /^(?<text>[a-z])\.\s/u, (text) => (text.codePointAt(0) ?? 0) - 96],
  ['a)', /^\(?(?<text>[a-z])\)\s/u, (text) => (text.codePointAt(0) ?? 0) - 96],
  ['A.', /^(?<text>[A-Z])\.\s/u, (text) => (text.codePointAt(0) ?? 0) - 64],
  ['A)', /^\(?(?<text>[A-Z])\)\s/u, (text) => (text.codePointAt(0) ?? 0) - 64],
  ['#.', /^(?<text>#)\.\s/u, () => 0],
  ['(@)', /^\(@(?<text>[\w-]*)\)\s/u, () => 0],
]

function hanNumber(text: string): number {
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['', text]
  return (text.includes('十') ? Math.max(1, han.indexOf(tens) + 1) * 10 : 0) + (ones ? han.indexOf(ones) + 1 : 0)
}

const signs: Readonly<Record<string, number>> = {i: 1, v: 5, x: 10, l: 50, c: 100}

function roman(text: string): number {
  const values = Array.from(text, (sign) => signs[sign] ?? 0)
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0)
}

/** The markers that a line can be read to begin with: `i.` is a number and a letter. */
function markersOf(line: string): Marker[] {
  const indent = /^\s*/u.exec(line)?.[0] ?? ''
  const text = line.slice(indent.length)
  return patterns.flatMap(([style, pattern, number]) => {
    const match = pattern.exec(text)
    if (!match) return []
    const written = match[0].trim()
    return [
      {style, number: number(match.groups?.['text'] ?? ''), written, indent, rest: text.slice(match[0].length).trim()},
    ]
  })
}

/**
 * Lists whose markers Markdown has not: Pandoc's `a)`, `(1)`, `i.`, `#.`, `(@)` and the Chinese `1、`, `（一）`, `①`. A list
 * is at least two lines whose markers are of one kind and follow each other; each line becomes an item, which keeps its marker.
 */
export function translateLists({file, lines}: ForeignText): void {
  const labels = new Map<number, string>()
  file.data.listLabels = labels
  const isCode = codeLines(lines)
  let delimiter = '.'
  let examples = 0
  for (let index = 0; index < lines.length; index++) {
    if (isCode[index]) continue
    const own = /^\s*\d+(?<delimiter>[.)])\s/u.exec(lines[index] ?? '')?.groups?.['delimiter']
    if (own) delimiter = own === '.' ? ')' : '.'
    const items = itemsFrom(lines, index)
    if (items.length === 0) continue
    for (const {at, marker} of items) {
      if (marker.style === '(@)') examples++
      const label = marker.style === '(@)' ? `(${examples})` : marker.written
      lines[at] = `${marker.indent}1${delimiter} ${marker.rest}`
      if (marker.style !== '#.') labels.set(at + 1, label)
    }
    delimiter = delimiter === '.' ? ')' : '.'
    index = items.at(-1)?.at ?? index
  }
}

/** The items of a list that begins at a line; none where there is no such list. Indented lines belong to the item before them. */
function itemsFrom(lines: readonly string[], from: number): {readonly at: number; readonly marker: Marker}[] {
  for (const first of markersOf(lines[from] ?? '')) {
    const isCounted = first.number === 0
    if (!isCounted && first.number !== 1) continue
    const items = [{at: from, marker: first}]
    for (let at = from + 1; at < lines.length; at++) {
      const line = lines[at] ?? ''
      const next = markersOf(line).find(({indent, style}) => style === first.style && indent === first.indent)
      const before = items.at(-1)?.marker.number ?? 0
      if (next && (isCounted || next.number === before + 1)) items.push({at, marker: next})
      else if (!/^\s{2,}\S/u.test(line) || (/^\s*/u.exec(line)?.[0].length ?? 0) <= first.indent.length) break
    }
    if (items.length > 1 || first.style === '#.' || first.style === '(@)') return items
  }
  return []
}
