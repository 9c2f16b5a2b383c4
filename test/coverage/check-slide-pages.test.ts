import {describe, expect, test} from 'vitest'
import type {Course} from '../../src/model/course.ts'
import type {ContentUnit, SlideReading} from '../../src/model/coverage.ts'
import {editions, outputs, type HandoutLayout} from '../../src/model/output.ts'
import type {PdfPage} from '../../src/coverage/pdf/read-page.ts'
import {generatedTokens} from '../../src/coverage/reading/align-reading.ts'
import {checkHandout} from '../../src/coverage/reading/check-handout.ts'
import {checkSourceOrder} from '../../src/coverage/reading/check-source-order.ts'
import {checkSlidePages} from '../../src/coverage/reading/check-slide-pages.ts'

const slide = (id: string, onSlide: string, beside = ''): SlideReading => ({
  number: 1,
  id,
  heading: '',
  onSlide: [onSlide],
  beside: beside ? [beside] : [],
  loose: [],
  blocks: [],
  links: [],
})

const slides = [slide('a', '第一张上的话', '第一张旁的长文'), slide('b', '第二张上的话', '第二张旁的长文')]
const generated = generatedTokens(['阅读文本', '第', '张'])

describe('the pages of the slides as PDF', () => {
  const problems = (slidesPdf: Course['slidesPdf'], pages: readonly string[], starts: readonly number[]) =>
    checkSlidePages(
      pages.map((text) => ({text}) as PdfPage),
      slides,
      {
        course: {slidesPdf} as Course,
        destinations: new Map(starts.map((page, index) => [slides[index]?.id ?? '', page])),
        generated,
      },
    ).map(({ruleId}) => ruleId)

  test('are one for each slide', () => {
    expect(problems('slide', ['第一张上的话', '第二张上的话'], [1, 2])).toEqual([])
    expect(problems('slide', ['第一张', '第一张上的话', '第二张上的话'], [1, 3])).toEqual(['block-is-in-place'])
    expect(problems('slide', ['第二张上的话', '第一张上的话'], [2, 1])).toEqual(['block-is-in-place'])
  })

  test('or one for each step, of which the last says all', () => {
    expect(problems('step', ['第一张', '第一张上的话', '第二张上的话'], [1, 3])).toEqual([])
    expect(problems('step', ['第一张上的话', '第一张', '第二张上的话'], [1, 3])).toEqual(['block-is-covered'])
    expect(problems('step', ['别的', '第一张上的话', '第二张上的话'], [2, 3])).toEqual(['block-is-in-place'])
    expect(problems('step', ['第一张上的话', '第二张上的话'], [1])).toEqual(['block-is-in-place'])
  })
})

describe('slides on paper come in the order of the course, whether or not there is a deck:', () => {
  const units = [{id: 'ch'}, {id: 'a'}, {id: 'b'}, {id: 'n', kind: 'footnote'}].map(
    (one) => ({kind: 'prose', ...one}) as ContentUnit,
  )
  const problems = (pages: Readonly<Record<string, number>>) =>
    checkSourceOrder(units, new Map(Object.entries(pages))).map(({ruleId, unit}) => [ruleId, unit])

  test('a page has what follows that of the page before', () => {
    expect(problems({title: 1, agenda: 2, ch: 3, a: 4, b: 4, n: 4})).toEqual([])
    expect(problems({title: 1, agenda: 2, ch: 3, a: 5, b: 4})).toEqual([['block-is-in-place', 'b']])
    expect(problems({title: 1, agenda: 2, ch: 3, b: 4, n: 3})).toEqual([])
  })

  test('the title and the agenda come first', () => {
    expect(problems({agenda: 1, ch: 2})).toEqual([['block-is-covered', undefined]])
    expect(problems({title: 2, agenda: 1, ch: 3})).toEqual([['block-is-in-place', 'agenda']])
  })
})

describe('a handout', () => {
  const unit = (text: string, changes: Partial<ContentUnit>): ContentUnit => ({
    id: text,
    kind: 'prose',
    chapter: 'c',
    section: '1',
    number: '',
    sourcePath: 'a.md',
    line: 1,
    texts: [text],
    repeated: [],
    alternatives: [],
    readings: [],
    code: '',
    formulas: [],
    outputs,
    editions,
    rules: [],
    ...changes,
  })
  const problems = (layout: HandoutLayout, text: string, units: readonly ContentUnit[] = []) =>
    checkHandout(text, slides, {generated, target: {output: 'handout', edition: 'student', layout}, units}).map(
      ({ruleId}) => ruleId,
    )
  const beside = '第一张上的话阅读文本第一张旁的长文第二张上的话阅读文本第二张旁的长文'

  test('of notes has what stands on slides and beside them, in this order', () => {
    expect(problems('notes', beside)).toEqual([])
    expect(problems('notes', beside.replace('第二张旁的长文', ''))).toEqual(['block-is-covered'])
    expect(problems('notes', beside.replace('第二张上的话', '多出来的第二张上的话'))).toEqual(['nothing-is-added'])
  })

  test.each(['lines', '2up', '4up', '6up'] as const)('%s: has what stands on slides', (layout) => {
    expect(problems(layout, '第一张上的话1第二张上的话')).toEqual([])
    expect(problems(layout, '第一张上的话')).toEqual(['block-is-covered'])
    expect(problems(layout, '第一张上的话旁边的话第二张上的话')).toEqual(['nothing-is-added'])
  })

  test('lacks what its author keeps out of it, and has what only it has', () => {
    const keptOut = unit('第二张上的话', {outputs: outputs.filter((output) => output !== 'handout')})
    expect(problems('lines', '第一张上的话', [keptOut])).toEqual([])
    expect(problems('lines', '第一张上的话')).toEqual(['block-is-covered'])
    const own = unit('只在讲义里的话', {outputs: ['handout']})
    const withOwn = beside.replace('第二张上的话', '只在讲义里的话第二张上的话')
    expect(problems('notes', withOwn, [own])).toEqual([])
    expect(problems('notes', withOwn)).toEqual(['nothing-is-added'])
  })

  test('that is a worksheet has chapters, sections and exercises in their order, and sentences between them', () => {
    const units = [
      unit('第一章', {kind: 'chapter'}),
      unit('甲一节', {kind: 'section'}),
      unit('练习1-1', {kind: 'exercise', within: 'exercise'}),
      unit('第二节', {kind: 'section'}),
      unit('一句话', {kind: 'prose'}),
    ]
    expect(problems('worksheet', '第一章书第2页甲一节填空练习1-1第二节一句话', units)).toEqual([])
    expect(problems('worksheet', '第一章一句话第二节练习1-1甲一节', units)).toEqual([
      'block-is-in-place',
      'block-is-in-place',
    ])
    expect(problems('worksheet', '练习1-1第一章甲一节第二节', units)).toEqual(['block-is-in-place'])
    // What is missing is told by the judge of its block.
    expect(problems('worksheet', '第一章第二节', units)).toEqual([])
  })
})
