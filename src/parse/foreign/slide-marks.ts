import {unfencedLines, withoutCode, type ForeignText} from './foreign-text.ts'

interface Sign {
  readonly index: number
  readonly column: number
  readonly written: string
}

interface Pair {
  readonly opening: Sign
  readonly closing: Sign
}

/** A bracket with two stars or tildes inside; `[**a**](url)` is a link. */
const sign = /(?<!\\)[[(](?:\*\*|~~)|(?:\*\*\]|~~\])(?!\((?!\*\*|~~))|(?:\*\*|~~)\)/gu

const closes: Readonly<Record<string, string>> = {'[**': '**]', '(**': '**)', '[~~': '~~]', '(~~': '~~)'}

/**
 * What d2lbook marks for its slides: `[**…**]` and `(**…**)` are shown on slide and page, `[~~…~~]` and `(~~…~~)` on the slide alone.
 * The former is bold here, and so the lead of its paragraph on a slide; brackets go. They may hold several lines, and formulas.
 */
export function translateSlideMarks(text: ForeignText): void {
  const {lines} = text
  const pairs = pairsIn(lines)
  // From the end, so that columns of those before stay what they are.
  for (const pair of pairs.toReversed()) {
    const {closing, opening} = pair
    const inner = textBetween(lines, pair)
    const [before, after] = opening.written.endsWith('~~') ? onSlides(pair, text) : boldOf(inner)
    replaceSign(lines, closing, after)
    replaceSign(lines, opening, before)
  }
}

function pairsIn(lines: readonly string[]): Pair[] {
  const pairs: Pair[] = []
  let opening: Sign | undefined
  let last = -1
  for (const [index, line] of unfencedLines(lines)) {
    // Code is between them.
    if (index !== last + 1 || /^#{1,6} /u.test(line)) opening = undefined
    last = index
    for (const match of withoutCode(line).matchAll(sign)) {
      const found = {index, column: match.index, written: match[0]}
      if (closes[found.written] !== undefined) opening = found
      else if (opening && closes[opening.written] === found.written) {
        pairs.push({opening, closing: found})
        opening = undefined
      }
    }
  }
  return pairs
}

function textBetween(lines: readonly string[], {closing, opening}: Pair): string {
  const whole = lines.slice(opening.index, closing.index + 1)
  whole[whole.length - 1] = (whole.at(-1) ?? '').slice(0, closing.column)
  return whole.join('\n').slice(opening.column + opening.written.length)
}

/** Emphasis has no space at its ends, and no formula on lines of its own or paragraph in it. */
function boldOf(inner: string): readonly [string, string] {
  const isBold = inner !== '' && inner === inner.trim() && !/\$\$|\*\*|\n\s*\n/u.test(inner)
  return isBold ? ['**', '**'] : ['', '']
}

/** Paragraphs of their own are for the slides alone; in the middle of one, the words stay. */
function onSlides({closing, opening}: Pair, {lines, note}: ForeignText): readonly [string, string] {
  const [above, below] = [opening.index - 1, closing.index + 1]
  const isAlone =
    lines[opening.index]?.slice(0, opening.column).trim() === '' &&
    lines[closing.index]?.slice(closing.column + closing.written.length).trim() === ''
  if (isAlone && isBlank(lines[above]) && isBlank(lines[below])) {
    lines[above] = ':::only{in="slides"}'
    lines[below] = ':::'
  } else {
    note({tool: 'd2l', construct: '(~~…~~)', outcome: 'flattened', remedy: ':::only{in="slides"}'}, opening.index)
  }
  return ['', '']
}

const isBlank = (line: string | undefined) => line?.trim() === ''

function replaceSign(lines: string[], {column, index, written}: Sign, by: string): void {
  const line = lines[index] ?? ''
  lines[index] = `${line.slice(0, column)}${by}${line.slice(column + written.length)}`.trimEnd()
}
