import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {emptyPlan, isSamePlan, planPages, roman, type BoundSection} from '../../src/pdf/book/plan-pages.ts'
import {plannedHeads} from '../../src/pdf/book/page-rules.ts'

const section = (id: string, changes: Partial<BoundSection> = {}): BoundSection => ({
  id,
  matter: 'body',
  isRecto: false,
  isSilent: false,
  head: id,
  subheads: [],
  ...changes,
})

describe('the plan of a book’s pages', () => {
  const sections = [
    section('title', {matter: 'front', isSilent: true}),
    section('toc', {matter: 'front'}),
    section('one', {
      isRecto: true,
      subheads: [
        {id: 'a', head: '1.1 甲'},
        {id: 'b', head: '1.2 乙'},
      ],
    }),
    section('two', {isRecto: true}),
  ]
  // Title 1, contents 2 and 3, first chapter 4 to 6, second from 7 on.
  const destinations = new Map([
    ['title', 1],
    ['toc', 2],
    ['one', 4],
    ['a', 4],
    ['b', 6],
    ['two', 7],
  ])
  const plan = planPages(sections, {destinations, pageCount: 8})

  test('a chapter that must open on the right has a blank page before it where needed', () => {
    expect(plan.blanks).toEqual(['one', 'two'])
    expect(plan.pages.map(({label}) => label)).toEqual(['i', 'ii', 'iii', 'iv', '1', '2', '3', '4', '5', '6'])
    expect(plan.labels.get('two')).toBe('5')
  })

  test('openers, blanks and silent pages bear neither number nor running head', () => {
    expect(plan.pages.map(({folio}) => folio)).toEqual(['', '', 'iii', '', '', '2', '3', '', '', '6'])
  })

  test('the right-hand head is the first section of the page, else the one that goes on', () => {
    expect(plan.pages.map(({recto}) => recto)).toEqual(['', '', 'toc', '', '', '1.1 甲', '1.2 乙', '', '', 'two'])
  })

  test('a print with the blanks of the plan gives the same plan', () => {
    const again = new Map([...destinations].map(([id, page]) => [id, page + (page >= 7 ? 2 : page >= 4 ? 1 : 0)]))
    expect(isSamePlan(planPages(sections, {destinations: again, pageCount: 10}, plan), plan)).toBe(true)
  })

  test('a missing destination is an error that names it', () => {
    expect(() => planPages(sections, {destinations: new Map([['title', 1]]), pageCount: 1})).toThrow('toc')
  })
})

test('laws of any book: right-hand openers are odd, each blank is needed, and planning again changes nothing', () => {
  const lengths = fc.array(fc.record({pages: fc.integer({min: 1, max: 7}), isRecto: fc.boolean()}), {
    minLength: 1,
    maxLength: 40,
  })
  fc.assert(
    fc.property(lengths, (documents) => {
      const sections = documents.map(({isRecto}, index) => section(`s${index}`, {isRecto}))
      const place = (blanks: readonly string[]) => {
        let next = 1
        return new Map(
          documents.map(({pages}, index) => {
            if (blanks.includes(`s${index}`)) next++
            const start = next
            next += pages
            return [`s${index}`, start]
          }),
        )
      }
      const count = documents.reduce((sum, {pages}) => sum + pages, 0)
      const plan = planPages(sections, {destinations: place([]), pageCount: count}, emptyPlan)
      const starts = place(plan.blanks)
      for (const {id, isRecto} of sections) if (isRecto) expect((starts.get(id) ?? 0) % 2).toBe(1)
      for (const id of plan.blanks) expect(((starts.get(id) ?? 0) - 1) % 2).toBe(0)
      expect(plan.pages).toHaveLength(count + plan.blanks.length)
      const again = planPages(sections, {destinations: starts, pageCount: count + plan.blanks.length}, plan)
      expect(isSamePlan(again, plan)).toBe(true)
    }),
  )
})

test('front matter is numbered in roman', () => {
  expect([1, 4, 9, 14, 40, 99].map((number) => roman(number))).toEqual(['i', 'iv', 'ix', 'xiv', 'xl', 'xcix'])
})

test('no title can end the style sheet that holds the running heads', () => {
  const css = plannedHeads([{label: '1', folio: '1', verso: 'a"b\\c</style>', recto: ''}])
  expect(css).toContain(String.raw`"a\22 b\5c c\3c /style>"`)
})
