import {identifierOf} from '../attributes.ts'
import {matchGroups} from '../match-groups.ts'
import {proseLines, type ForeignText} from './foreign-text.ts'
import {translateSlideMarks} from './slide-marks.ts'

/** Roles of a chapter of d2lbook: without one, brackets round bold text are no more than brackets. */
const roles = /(?<!`):(?:begin_tab|bookref|cite[pt]?|eqlabel|eqref|label|numref|width):`/u

/** What d2lbook writes of its own: marks of its slides, and widths and names on the lines below what they belong to. */
export function translateD2l(text: ForeignText): void {
  if (!Array.from(proseLines(text.lines)).some(([, line]) => roles.test(line))) return
  translateSlideMarks(text)
  translateLabels(text)
}

/** `` :width:`200px` ``, `` :label:`fig_x` `` and `` :eqlabel:`eq_x` `` below a block become its attributes. */
function translateLabels({lines, note}: ForeignText): void {
  const pattern = /^\s*:(?<role>width|(?:eq)?label):`(?<value>[^`]+)`\s*$/u
  for (const [index, line] of proseLines(lines)) {
    const found = matchGroups<'role' | 'value'>(pattern, line)
    if (!found) continue
    const {role, value} = found
    const at = lines.findLastIndex((one, place) => place < index && one.trim() !== '')
    lines[index] = ''
    const isGiven = role === 'width' ? widen(lines, at, value) : giveId(lines, {at, index}, `#${identifierOf(value)}`)
    if (isGiven) continue
    const construct = role === 'width' ? 'width' : 'label'
    note({tool: 'd2l', construct, outcome: 'dropped', remedy: role === 'width' ? '{width=…}' : '{#id}'}, index)
  }
}

const imageAtEnd = /^!\[[^\]]*\]\([^()]*(?:\([^()]*\)[^()]*)*\)(?:\{[^{}]*\})?\s*$/u

/** Whether an image ends on a line: its caption may begin on one above. */
function endsImage(lines: readonly string[], at: number): boolean {
  const gap = lines.findLastIndex((line, place) => place < at && line.trim() === '')
  const written = lines.slice(gap + 1, at + 1).join(' ')
  return imageAtEnd.test(written.slice(Math.max(0, written.lastIndexOf('!['))))
}

function widen(lines: string[], at: number, width: string): boolean {
  if (!endsImage(lines, at)) return false
  lines[at] = withAttribute(lines[at] ?? '', `width=${width}`)
  return true
}

const withAttribute = (image: string, item: string) =>
  image.trimEnd().endsWith('}') ? `${image.trimEnd().slice(0, -1)} ${item}}` : `${image.trimEnd()}{${item}}`

/** Writes an id at the line that it belongs to; whether there is such a line. */
function giveId(lines: string[], {at, index}: {readonly at: number; readonly index: number}, id: string): boolean {
  const before = lines[at] ?? ''
  const bare = before.trim()
  if (endsImage(lines, at)) lines[at] = withAttribute(before, id)
  else if (/^#{1,6} |\$\$$/u.test(bare)) lines[at] = `${before.trimEnd()} {${id}}`
  else if (bare.startsWith('|') && index === at + 1) {
    const title = findTableTitle(lines, at)
    // A paragraph here is a caption; without one the id is all there is to say of the table, in kramdown's way.
    if (title) lines[title.at] = `Table: ${title.words} {${id}}`
    else lines[index] = `{: ${id}}`
  } else return false
  return true
}

/** `:Title` in the paragraph before a table is its caption. */
function findTableTitle(
  lines: readonly string[],
  end: number,
): {readonly at: number; readonly words: string} | undefined {
  let first = end
  while (first > 0 && (lines[first - 1] ?? '').trim().startsWith('|')) first--
  const at = lines.findLastIndex((one, place) => place < first && Boolean(one.trim()))
  const words = /^:(?<title>[^:\s].*)$/u.exec(lines[at] ?? '')?.groups?.['title']
  return words === undefined ? undefined : {at, words: words.trimEnd()}
}
