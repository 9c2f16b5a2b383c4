import {expect, test} from 'vitest'
import {timeLimit} from '../../src/browser/time-limit.ts'

const minute = 60_000

test('even an empty document has two minutes', () => {
  expect(timeLimit('')).toBe(2 * minute)
})

test('the limit grows with what is to be laid out and printed, in a straight line', () => {
  const paragraphs = (count: number) => '<p>一段<br>话</p>'.repeat(count)
  const [none, some, twice] = [0, 30_000, 60_000].map((count) => timeLimit(paragraphs(count)))
  expect(some).toBe(7 * minute)
  expect((twice ?? 0) - (some ?? 0)).toBe((some ?? 0) - (none ?? 0))
})

test('long text alone does not count', () => {
  expect(timeLimit(`<p>${'一段话'.repeat(100_000)}</p>`)).toBe(timeLimit('<p></p>'))
})
