import {describe, expect, test} from 'vitest'
import {papers, type Paper} from '../../src/model/print-settings.ts'
import type {Handout} from '../../src/pdf/handout/handout.ts'
import {bindingMargins, pageRules, sheetOf} from '../../src/pdf/handout/page-rules.ts'
import {planGrid} from '../../src/pdf/handout/plan-grid.ts'
import {selectForHandout} from '../../src/pdf/handout/select-for-handout.ts'
import {dealSlides} from '../../src/pdf/handout/sheets.ts'
import {decksOf} from '../support/deck-of.ts'

describe('the pages of a handout', () => {
  const settings = {paper: 'A4', sides: 'two', chapters: 'next', marks: 'none'} as const

  test('are wider by 6 mm at the inner edge, which changes sides with the page', () => {
    expect(bindingMargins('two')).toBe('@page:left{margin-right:19mm}@page:right{margin-left:19mm}')
    expect(bindingMargins('one')).toBe('@page{margin-left:19mm}')
    expect(pageRules(settings, 'portrait', 'x')).toContain('margin:14mm 13mm 18mm')
  })

  test('bear their number at the outer edge', () => {
    const rules = pageRules(settings, 'portrait', 'x')
    expect(rules).toMatch(/@page:left\{@bottom-right\{content:"x".*@bottom-left\{content:counter\(page\)/u)
    expect(rules).toMatch(/@page:right\{@bottom-left\{content:"x".*@bottom-right\{content:counter\(page\)/u)
    expect(pageRules({...settings, sides: 'one'}, 'portrait', 'x')).not.toContain(':left')
  })

  test('are A4, or Letter where that is the paper of the book', () => {
    const widths = (Object.keys(papers) as Paper[]).map((paper) => sheetOf(paper, 'portrait').paper[0])
    expect(widths).toEqual([210, 210, 210, 215.9])
    expect(sheetOf('A4', 'landscape').paper).toEqual([297, 210])
  })

  test('carry any name without ending the style', () => {
    expect(pageRules(settings, 'portrait', 'a "</style>\\')).not.toMatch(/<\/style|"a "/u)
  })
})

describe('so many slides a page', () => {
  test.each([
    [2, 16 / 9, '1x2 portrait'],
    [4, 16 / 9, '2x2 landscape'],
    [6, 16 / 9, '2x3 portrait'],
    [4, 4 / 3, '2x2 portrait'],
    [6, 4 / 3, '2x3 portrait'],
    [2, 9 / 16, '2x1 portrait'],
    [4, 9 / 16, '2x2 portrait'],
    [6, 9 / 16, '3x2 portrait'],
  ])('%i of %f', (count, aspect, expected) => {
    const {columns, orientation, rows, width} = planGrid(count, aspect, 'A4')
    expect(`${columns}x${rows} ${orientation}`).toBe(expected)
    const {area} = sheetOf('A4', orientation)
    expect(columns * width).toBeLessThanOrEqual(area[0])
    expect((rows * width) / aspect).toBeLessThan(area[1])
  })
})

describe('slides come together on pages', () => {
  test('in their order, and each lecture begins a page', async () => {
    const {course, decks} = await decksOf(['# 甲\n\n## 一\n\n话。\n\n## 二\n\n话。\n', '# 乙\n\n## 三\n\n话。\n'])
    const deck = decks.student
    const sheets = dealSlides({course, deck} as Handout, 3).map((slides) => slides.map(({id}) => id))
    expect(sheets.flat()).toEqual(deck.slides.map(({id}) => id))
    const [first, second, third] = course.chapters.map(({id}) => id)
    expect(sheets.map(([id]) => id)).toContain(second)
    expect(sheets.map(({length}) => length)).toEqual([3, 2, 2])
    expect(sheets[0]).toEqual(['title', 'agenda', first])
    expect(third).toBeUndefined()
  })
})

describe('what its author keeps out of handouts', () => {
  const outside = ':::except{in="handout"}\n不在讲义里。\n:::\n'

  test('is on no slide of one, and the rest of the slide stays', async () => {
    const {decks} = await decksOf([
      `# 章\n\n## 节\n\n${outside}\n在讲义里。\n\n> [!NOTE]\n> 框里。\n>\n> :::except{in="handout"}\n> 框里不在讲义的。\n> :::\n`,
    ])
    expect(JSON.stringify(decks.student)).toContain('不在讲义')
    const selected = selectForHandout(decks.student)
    expect(JSON.stringify(selected)).not.toContain('不在讲义')
    expect(JSON.stringify(selected)).toContain('框里')
    expect(selected.slides.at(-1)?.items.map(({block}) => block.type)).toEqual(['prose', 'callout'])
  })

  test('a slide of which nothing is kept out is the same', async () => {
    const {decks} = await decksOf(['# 章\n\n## 节\n\n- 一\n- 二\n'])
    expect(selectForHandout(decks.student)).toEqual(decks.student)
  })
})
