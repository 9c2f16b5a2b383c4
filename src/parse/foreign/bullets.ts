import {matchGroups} from '../match-groups.ts'
import {indentOf, proseLines, type ForeignText} from './foreign-text.ts'

/** A typed bullet: a line of nothing but such signs is an ornament, and two of them stand for what is not said (`○○公司`). */
const bullet = /^(?<prefix>[\s>]*)(?<sign>[•·●▪○‣])(?!\k<sign>)[^\S\n]*(?<rest>[^\s•·●▪○‣].*)$/u

interface Item {
  readonly at: number
  readonly prefix: string
  readonly sign: string
  readonly rest: string
}

/**
 * Bullets that are typed (`•`, `·`, `●`, `▪`, `○`, `‣`), as word processors leave them: a list where at least two of a kind follow
 * each other, on lines or in paragraphs of their own. What is indented below one belongs to it.
 */
export function translateBullets({lines}: ForeignText): void {
  if (!lines.some((line) => bullet.test(line))) return
  const prose = new Map(proseLines(lines))
  const done = new Set<number>()
  for (const index of prose.keys()) {
    const first = done.has(index) ? undefined : itemAt(lines, index)
    if (!first) continue
    const items = itemsFrom(first, lines, prose)
    for (const {at, prefix, rest} of items) {
      done.add(at)
      if (items.length > 1) lines[at] = `${prefix}- ${rest}`
    }
  }
}

function itemAt(lines: readonly string[], at: number): Item | undefined {
  const found = matchGroups<'prefix' | 'rest' | 'sign'>(bullet, lines[at])
  return found && {at, ...found}
}

const isBlank = (line: string) => /^[\s>]*$/u.test(line)
/** What ends the paragraph of an item. */
const startsBlock = (line: string) => /^[\s>]*(?:[-+*|#:<]|\d+[.)]\s)/u.test(line)

/** The items that follow a bullet, which is the first. */
function itemsFrom(first: Item, lines: readonly string[], prose: ReadonlyMap<number, string>): Item[] {
  const items = [first]
  let isOpen = true
  for (let at = first.at + 1; prose.has(at); at++) {
    const line = lines[at] ?? ''
    const item = itemAt(lines, at)
    const isInside = indentOf(line.slice(first.prefix.length)) >= 2 && line.startsWith(first.prefix)
    if (item?.sign === first.sign && item.prefix === first.prefix) items.push(item)
    else if (!isBlank(line) && !isInside && (item || !isOpen || startsBlock(line))) break
    isOpen = !isBlank(line)
  }
  return items
}
