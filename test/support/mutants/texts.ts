import {fromHtml} from 'hast-util-from-html'
import {visitParents} from 'unist-util-visit-parents'
import type {Edit} from './markup.ts'

interface Run {
  readonly start: number
  readonly end: number
  readonly value: string
}

/** What a reader sees of a piece of markup, run by run; drawings, formulas and what is no text are left out. */
function runsOf(source: string): Run[] {
  const runs: Run[] = []
  visitParents(fromHtml(source, {fragment: true}), 'text', ({position, value}, ancestors) => {
    const names = ancestors.map((node) => ('tagName' in node ? node.tagName : ''))
    const [start, end] = [position?.start.offset, position?.end.offset]
    if (start === undefined || end === undefined || names.some((name) => hidden.has(name))) return
    runs.push({start, end, value})
  })
  return runs
}

const hidden = new Set(['svg', 'math', 'style', 'script', 'title'])

/** One run, from the last to the first, that the edit changes. */
export const editText =
  (edit: (text: string) => string): Edit =>
  (source) => {
    const run = runsOf(source).findLast(({value}) => edit(value) !== value)
    return run ? source.slice(0, run.start) + edit(source.slice(run.start, run.end)) + source.slice(run.end) : source
  }

/** Without the last sentence of its last words. */
export const dropLastSentence = editText((text) => text.replace(/。[^。]{4,}[。]?$/u, '。'))

/** The last digit that stands there, one more. */
export const changeDigit = editText((text) => text.replace(/\d(?=\D*$)/u, (digit) => String((Number(digit) + 1) % 10)))

/** UTF-8 read as Latin-1. */
export const misread = (text: string): string => Buffer.from(text, 'utf8').toString('latin1')

export const mojibake = editText((text) => text.replace(/[\u4E00-\u9FFF]{4,}/u, misread))

/** Nothing after the middle of its text. */
export const halve: Edit = (source) => {
  const runs = runsOf(source)
  const total = runs.reduce((sum, {end, start}) => sum + end - start, 0)
  let left = Math.ceil(total / 2)
  let result = ''
  let at = 0
  for (const {end, start} of runs) {
    result += source.slice(at, start) + source.slice(start, Math.min(end, start + left))
    left = Math.max(0, left - (end - start))
    at = end
  }
  return result + source.slice(at)
}
