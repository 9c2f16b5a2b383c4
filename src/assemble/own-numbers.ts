import type {Heading} from 'mdast'
import type {Course} from '../model/course.ts'
import type {ParsedChapter} from '../model/parsed.ts'
import {plainTitle} from '../model/plain-title.ts'

const han = '[一二三四五六七八九十百零〇两]+'

/** How headings bring numbers: `第3章`, `第二节`, `Chapter 3:`, `3.2 锚点`, `3、`, `一、`, `（一）`, `(a)`, `§ 3`. */
const patterns = [
  new RegExp(String.raw`^第\s*(?<number>\d+|${han})\s*(?:[章节節讲講课課回篇编編]|部分|单元|單元)`, 'u'),
  /^(?:(?:chapter|section|lecture|lesson|part|unit|appendix)\s+|§\s*)(?<number>\d+(?:\.\d+)*|[ivxlc]+(?![a-z])|[a-z](?![a-z]))/iu,
  /^(?<number>\d+(?:\.\d+)+)[.．:：、]?(?=\s|\p{Script=Han}|$)/u,
  /^(?<number>\d{1,3})(?:[.．:：、)）]\s*\S|\s+\S)/u,
  new RegExp(String.raw`^(?<number>${han})[、.．:：]`, 'u'),
  new RegExp(String.raw`^[（(](?<number>\d{1,3}|${han}|[a-z])[)）]`, 'iu'),
]

/** The number that a heading brings in its words, as it is written there; `undefined` where it has none. */
export function ownNumber(title: string): string | undefined {
  for (const pattern of patterns) {
    const number = pattern.exec(title.trim())?.groups?.['number']
    if (number !== undefined) return number
  }
  return undefined
}

/** A number in digits, where it is one: of `十二` 12. */
export function digitsOf(number: string): number | undefined {
  if (/^\d{1,3}$/u.test(number)) return Number(number)
  if (!/^[一二三四五六七八九十两]{1,3}$/u.test(number)) return undefined
  const digit = (text = '') => (text ? '一二三四五六七八九'.indexOf(text.replace('两', '二')) + 1 : 0)
  const [tens, ones] = number.includes('十') ? number.split('十') : [undefined, number]
  if (tens === undefined) return digit(ones) || undefined
  return (tens ? digit(tens) : 1) * 10 + digit(ones)
}

/** Which headings bring numbers of their own, and get none of ours. */
export interface OwnNumbers {
  readonly chapters: boolean
  /** Depth of the first sections, from 2: what is below them has none of ours either. Infinite where all have ours. */
  readonly sections: number
}

/** `auto`: ranks of which most headings bring one. */
export function findOwnNumbers(
  chapters: readonly ParsedChapter[],
  numbering: Course['numbering'] = 'auto',
): OwnNumbers {
  if (numbering !== 'auto') return {chapters: true, sections: 2}
  const titles = chapters.flatMap(rankedTitles)
  const isOwn = (rank: number) => {
    const all = titles.filter((one) => one.rank === rank)
    return all.filter(({title}) => ownNumber(title) !== undefined).length > all.length / 2
  }
  return {chapters: isOwn(1) || isOwnAfterFirst(titles), sections: [2, 3, 4, 5, 6].find(isOwn) ?? Infinity}
}

/** A README or a preface comes first, and the chapter after it brings the first number. */
function isOwnAfterFirst(titles: ReturnType<typeof rankedTitles>): boolean {
  const [first, ...others] = titles.flatMap(({rank, title}) => (rank === 1 ? [ownNumber(title) ?? ''] : []))
  return first === '' && others.every(Boolean) && digitsOf(others[0] ?? '') === 1
}

function rankedTitles({tree}: ParsedChapter): {rank: number; title: string}[] {
  const headings = tree.children.filter((node): node is Heading => node.type === 'heading')
  return headings.map(({children, depth}, index) => ({
    rank: index === 0 ? depth : Math.max(2, depth),
    title: plainTitle(children),
  }))
}
