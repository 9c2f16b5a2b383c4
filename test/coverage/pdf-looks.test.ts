import {describe, expect, test} from 'vitest'
import {checkCodeIndents} from '../../src/coverage/pdf/check-code-indents.ts'
import {checkOverlap} from '../../src/coverage/pdf/check-overlap.ts'
import {TextWatch} from '../../src/coverage/pdf/accessibility/content/text-watch.ts'
import {readOperators} from '../../src/coverage/pdf/accessibility/content/read-operators.ts'
import type {CodeLine, PdfPage} from '../../src/coverage/pdf/read-page.ts'
import type {ContentUnit} from '../../src/model/coverage.ts'

const page = (changes: Partial<PdfPage>): PdfPage => ({
  width: 600,
  height: 800,
  text: '',
  drawn: '',
  figures: [],
  listings: [],
  headings: [],
  pieces: [],
  links: [],
  rotation: 0,
  alternatives: [],
  ...changes,
})

const piece = (text: string, left: number, bottom: number) => ({
  text,
  box: {left, bottom, right: left + 10 * text.length, top: bottom + 10},
})

test('words upon words are told, and neighbours are not', () => {
  const beside = [piece('前面的字', 0, 100), piece('后面的字', 38, 100), piece('下一行', 0, 80)]
  expect(checkOverlap([page({pieces: beside})])).toEqual([])
  const upon = checkOverlap([page({pieces: [...beside, piece('叠上去', 5, 80)]})])
  expect(upon.map(({ruleId}) => ruleId)).toEqual(['page-fits'])
})

describe('lines of code', () => {
  const code = 'def f():\n    return 1'
  const units = [{code} as ContentUnit]
  const lines = (left: number): CodeLine[] => [
    {text: 'deff():', left: 50, advance: 6},
    {text: 'return1', left, advance: 6},
  ]

  test('stand as far to the right as they are indented', () => {
    expect(checkCodeIndents([page({listings: [lines(74)]})], units)).toEqual([])
    expect(checkCodeIndents([page({listings: [lines(50)]})], units)).toHaveLength(1)
  })

  test('that tabs make in another listing are no measure', () => {
    const other = [...units, {code: '\treturn 1'} as ContentUnit]
    expect(checkCodeIndents([page({listings: [lines(50)]})], other)).toEqual([])
  })

  test('of a line that is broken behind its indentation are as they can be', () => {
    const long = `${' '.repeat(20)}${'x'.repeat(30)}`
    const wrapped: CodeLine[] = [...lines(74), {text: 'x'.repeat(30), left: 50, advance: 6}]
    const others = [{code: `${code}\n${long}`} as ContentUnit]
    const narrow = page({listings: [wrapped], pieces: [piece('x'.repeat(20), 50, 100)]})
    expect(checkCodeIndents([narrow], others)).toEqual([])
    expect(checkCodeIndents([page({listings: [wrapped]})], others)).toHaveLength(1)
  })

  test('of Chinese are no measure', () => {
    const chinese: CodeLine[] = [{text: '我爱读书', left: 90, advance: 0}, ...lines(74)]
    expect(checkCodeIndents([page({listings: [chinese]})], [{code: `我爱读书\n${code}`} as ContentUnit])).toEqual([])
  })
})

describe('words on a page', () => {
  const unseen = (source: string): string[] => {
    const watch = new TextWatch()
    const context = {isTagged: true, opacityOf: () => 1}
    readOperators(Buffer.from(source), (operator, operands) => {
      watch.step(operator, operands, context)
    })
    return [...watch.unseen.keys()]
  }
  const words = 'BT /F 10 Tf 1 0 0 1 100 100 Tm (a) Tj ET'

  test('are seen', () => {
    expect(unseen(`0 0 600 800 re f ${words} 100 98 20 1 re f`)).toEqual([])
    expect(unseen(`q 50 50 200 200 re W n ${words} Q`)).toEqual([])
  })

  test.each([
    ['not drawn', `3 Tr ${words}`],
    ['of no size', words.replace('10 Tf', '.01 Tf')],
    ['clipped', `q 300 300 50 50 re W n ${words} Q`],
    ['clipped', `q 0 0 0 0 re W n ${words} Q`],
    ['covered', `${words} 0 0 600 800 re f`],
  ])('%s', (why, source) => {
    expect(unseen(source)).toEqual([why])
  })
})
