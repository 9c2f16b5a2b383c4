import {describe, expect, test} from 'vitest'
import {compareUnits} from '../../src/coverage/compare-units.ts'
import {holdsWithBlanks} from '../../src/coverage/holds-unit.ts'
import {judgeUnit, type Evidence} from '../../src/coverage/judge-unit.ts'
import {blankMark, placeholder} from '../../src/coverage/normalize-text.ts'
import type {ArtifactObservation, ContentUnit, Expectation, Observation} from '../../src/model/coverage.ts'
import {editions, outputs, type HandoutLayout, type Target} from '../../src/model/output.ts'

const unit = (changes: Partial<ContentUnit> = {}): ContentUnit => ({
  id: 'a',
  kind: 'prose',
  chapter: 'c',
  section: '1.1',
  number: '',
  sourcePath: 'a.md',
  line: 1,
  texts: ['第一句很短。后面还有一句。'],
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

const seen = (text: string): Observation[] => [{unit: 'a', place: 'content', locator: 'p.1', link: 'x#page=1', text}]

const handout = (layout: HandoutLayout): Target => ({output: 'handout', edition: 'student', layout})

/** The state of a unit, from the texts of a page and of a slide; empty where it is on none. */
function stateIn(layout: HandoutLayout, one: ContentUnit, [page, slide]: readonly [string, string]): string {
  const [observed, onSlide] = [page, slide].map((text) => (text ? seen(text) : []))
  return judgeUnit(one, {target: handout(layout), observed: observed ?? [], onSlide: onSlide ?? []}).state
}

describe.each(['lines', '2up', '4up', '6up'] as const)('a handout of slides, %s,', (layout) => {
  test('has to show what the deck shows', () => {
    expect(stateIn(layout, unit(), ['页上第一句很短。后面还有一句。', '第一句很短。后面还有一句。'])).toBe('shown')
    expect(stateIn(layout, unit(), ['页上第一句很短', '第一句很短'])).toBe('condensed')
    expect(stateIn(layout, unit(), ['', ''])).toBe('left out')
    expect(stateIn(layout, unit(), ['页上别的话', '第一句很短'])).toBe('missing')
    expect(stateIn(layout, unit(), ['', '第一句很短'])).toBe('missing')
  })

  test('is not said to be right where neither the source nor a deck says what is', () => {
    const verdict = judgeUnit(unit(), {target: handout(layout), observed: []})
    expect(verdict).toMatchObject({state: 'left out', isOpen: true})
  })
})

const slidesPdf: Target = {output: 'slides', edition: 'student'}
const whole: Expectation = {state: 'shown', reason: ''}
const lead: Expectation = {state: 'condensed', reason: 'a.md:1', texts: ['第一句很短']}
const beside: Expectation = {state: 'reading', reason: 'a.md:1'}
const stateBySource = (evidence: Pick<Evidence, 'expected' | 'target'>, page: string, one = unit()) =>
  judgeUnit(one, {...evidence, observed: page ? seen(page) : []}).state

describe.each([slidesPdf, ...(['lines', '2up', '4up', '6up'] as const).map(handout)])(
  'without a deck the source says what $output $layout has to show:',
  (target) => {
    test.each([
      {name: 'all of a block', expected: whole, page: '页上第一句很短。后面还有一句。', state: 'shown'},
      {name: 'nothing less', expected: whole, page: '页上第一句很短', state: 'missing'},
      {name: 'its lead', expected: lead, page: '页上第一句很短', state: 'condensed'},
      {name: 'no other words', expected: lead, page: '页上别的话', state: 'missing'},
      {name: 'the block itself', expected: lead, page: '', state: 'missing'},
      {name: 'nothing of what stands beside a slide', expected: beside, page: '', state: 'left out'},
    ])('$name', ({expected, page, state}) => {
      expect(stateBySource({target, expected}, page)).toBe(state)
    })

    test('what the deck has lost as well is lost', () => {
      expect(judgeUnit(unit(), {target, expected: whole, observed: [], onSlide: []}).state).toBe('missing')
    })

    test('a listing, line by line, on however many slides', () => {
      const code = unit({kind: 'listing', texts: [], code: 'a = 1\nb = 2'})
      const lines: Expectation = {...whole, texts: [`a=1${placeholder}b=2`]}
      expect(stateBySource({target, expected: lines}, 'a=1第1章b=2', code)).toBe('shown')
      expect(stateBySource({target, expected: lines}, 'a=1第1章', code)).toBe('missing')
      expect(stateBySource({target, expected: lines}, 'b=2第1章a=1', code)).toBe('missing')
    })
  },
)

test('a handout with texts beside its slides has what a slide keeps of a block on the slide, too', () => {
  const text = '第一句很短。后面还有一句。'
  expect(stateBySource({target: handout('notes'), expected: lead}, `第一句很短${text}`)).toBe('shown')
  expect(stateBySource({target: handout('notes'), expected: lead}, text)).toBe('missing')
})

test('a worksheet has the key sentences that the source says slides have', () => {
  expect(stateBySource({target: handout('worksheet'), expected: lead}, `第一句${blankMark}短`)).toBe('condensed')
  expect(stateBySource({target: handout('worksheet'), expected: lead}, '别的话')).toBe('missing')
  expect(stateBySource({target: handout('worksheet'), expected: beside}, '')).toBe('left out')
})

describe('a worksheet', () => {
  test.each([
    ['a heading', {kind: 'section'}],
    ['an exercise', {kind: 'exercise', within: 'exercise'}],
    ['what stands in one', {within: 'exercise'}],
    ['a solution', {within: 'solution'}],
  ] as const)('has %s whole, whatever slides show', (_name, changes) => {
    const one = unit(changes)
    expect(stateIn('worksheet', one, ['页上第一句很短。后面还有一句。', '第一句很短'])).toBe('shown')
    expect(stateIn('worksheet', one, ['页上第一句很短', '第一句很短'])).toBe('missing')
    expect(stateIn('worksheet', one, ['', ''])).toBe('missing')
  })

  test('has of prose and lists what slides show, with blanks', () => {
    expect(stateIn('worksheet', unit(), ['第一句很短', '第一句很短'])).toBe('condensed')
    expect(stateIn('worksheet', unit(), [`页上第一句${blankMark}短页上`, '第一句很短'])).toBe('condensed')
    expect(stateIn('worksheet', unit(), ['第一句短', '第一句很短'])).toBe('missing')
    expect(stateIn('worksheet', unit(), ['', '第一句很短'])).toBe('missing')
    expect(stateIn('worksheet', unit(), ['', ''])).toBe('left out')
  })

  test('leaves out what is neither, what announces it, and what is made from the chapters', () => {
    expect(stateIn('worksheet', unit({kind: 'table'}), ['', '第一句很短'])).toBe('left out')
    expect(stateIn('worksheet', unit({texts: ['结果如下:']}), ['', '结果如下:'])).toBe('left out')
    expect(stateIn('worksheet', unit({within: 'back matter'}), ['', '第一句很短'])).toBe('left out')
    expect(stateIn('worksheet', unit({kind: 'chapter', within: 'back matter'}), ['', ''])).toBe('left out')
  })
})

describe('a sentence with blanks', () => {
  const holds = (page: string, text: string) => holdsWithBlanks(seen(page), text)
  test.each([
    ['as it is', '前甲乙丙后', true],
    ['with a word blank', `前甲${blankMark}丙后`, true],
    ['with its end blank', `前甲乙${blankMark}后`, true],
    ['with a word lost', '前甲丙后', false],
    ['with all of it but one blank', `前${blankMark}后`, false],
    ['with another word', '前甲丁丙后', false],
    ['nowhere', '前后', false],
  ])('%s', (_name, page, expected) => {
    expect(holds(page, '甲乙丙')).toBe(expected)
  })

  test('may be parted by formulas and items, and a blank be all between two of them', () => {
    const text = `${placeholder}合计:${placeholder}个。${placeholder}词`
    expect(holds(`${blankMark}:个。词`, text)).toBe(true)
    expect(holds(`合计:个。${blankMark}`, text)).toBe(true)
    expect(holds('合计:个。', text)).toBe(false)
    expect(holds(`${blankMark}个。词合计:`, text)).toBe(false)
  })

  test('has blanks for words, not for whole texts', () => {
    expect(holds(`甲${blankMark}乙`, `甲${'很长的话'.repeat(8)}乙`)).toBe(false)
  })
})

test('what is for the teacher alone is a finding in every layout', () => {
  const secret = unit({id: 'b', editions: ['teacher'], texts: ['只给老师看的一句很长的话在这里。']})
  const artifact: ArtifactObservation = {
    target: handout('worksheet'),
    path: 'x-worksheet.pdf',
    observations: [],
    everything: '页上只给老师看的一句很长的话在这里。',
    problems: [],
  }
  const {findings} = compareUnits([secret], [artifact])
  expect(findings.map(({artifact: path, ruleId}) => [path, ruleId])).toEqual([
    ['x-worksheet.pdf', 'private-content-stays-private'],
  ])
})
