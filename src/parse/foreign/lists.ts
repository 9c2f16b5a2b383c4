import {proseLines, type ForeignText} from './foreign-text.ts'

interface Marker {
  readonly style: string
  /** Its place in the sequence: `next` where the tool counts, NaN where the text is no number. */
  readonly number: number | 'next'
  readonly written: string
  /** What stands before the marker and after it. */
  readonly indent: string
  readonly rest: string
}

const han = '一二三四五六七八九十'
const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'

const patterns: readonly (readonly [style: string, pattern: RegExp, number: (text: string) => Marker['number']])[] = [
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
  ['#.', /^(?<text>#)\.\s/u, () => 'next'],
  ['(@)', /^\(@(?<text>[\w-]*)\)\s/u, () => 'next'],
]

/** From 一 to 九十九; NaN for anything else. */
function hanNumber(text: string): number {
  const {ones, ten, tens} =
    /^(?<tens>[二三四五六七八九]?)(?<ten>十?)(?<ones>[一二三四五六七八九]?)$/u.exec(text)?.groups ?? {}
  if (!ten && (tens ? ones : !ones)) return Number.NaN
  const digit = (sign = '') => han.indexOf(sign) + 1
  return ten ? Math.max(1, digit(tens || '')) * 10 + digit(ones) : digit(tens || ones)
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
  let delimiter = '.'
  let examples = 0
  let next = 0
  for (const [index, line] of proseLines(lines)) {
    if (index < next) continue
    // Lists beside each other are two where they have two delimiters.
    const own = /^\s*\d+[.)]\s/u.exec(line)?.[0].trim().at(-1)
    if (own) delimiter = other(own)
    const items = itemsFrom(lines, index)
    for (const {at, marker} of items) {
      if (marker.style === '(@)') examples++
      lines[at] = `${marker.indent}1${delimiter} ${marker.rest}`
      if (marker.style !== '#.') labels.set(at + 1, marker.style === '(@)' ? `(${examples})` : marker.written)
    }
    if (items.length > 0) delimiter = other(delimiter)
    next = (items.at(-1)?.at ?? index) + 1
  }
}

const other = (delimiter: string) => (delimiter === '.' ? ')' : '.')

interface Item {
  readonly at: number
  readonly marker: Marker
}

/** The items of a list that begins at a line; none where there is no such list. */
function itemsFrom(lines: readonly string[], from: number): readonly Item[] {
  return (
    markersOf(lines[from] ?? '')
      .filter(({number}) => number === 'next' || number === 1)
      .map((first) => itemsOf({at: from, marker: first}, lines))
      .find((items) => items.length > 1 || items[0]?.marker.number === 'next') ?? []
  )
}

/** Indented lines belong to the item before them. */
function itemsOf(first: Item, lines: readonly string[]): Item[] {
  const {indent, number, style} = first.marker
  const items = [first]
  for (let at = first.at + 1; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const marker = markersOf(line).find((one) => one.style === style && one.indent === indent)
    const follows = number === 'next' || marker?.number === items.length + 1
    if (marker && follows) items.push({at, marker})
    else if (!new RegExp(String.raw`^\s{${indent.length + 2},}\S`, 'u').test(line)) break
  }
  return items
}
