import {expect, test} from 'vitest'
import type {ContentUnit, SlideReading} from '../../src/model/coverage.ts'
import {generatedTokens} from '../../src/coverage/reading/align-reading.ts'
import {checkSlides} from '../../src/coverage/slides/check-slides.ts'

const unitOf = (kind: string, ...texts: string[]): ContentUnit =>
  ({id: 'a', kind, texts, code: '', alternatives: []}) as unknown as ContentUnit

const problems = (unit: ContentUnit, ...slides: readonly (readonly string[])[]) =>
  checkSlides(
    slides.map((lines, index): SlideReading => ({
      number: index + 1,
      id: `s${index}`,
      heading: '',
      onSlide: lines,
      beside: [],
      loose: [],
      blocks: [{unit: 'a', lines, alternatives: []}],
      links: [],
    })),
    {units: [unit], generated: generatedTokens([])},
  ).map(({reason}) => reason)

const twice = [expect.stringContaining('the same block twice')]

test('a block that stands on a second slide as well is found', () => {
  expect(problems(unitOf('prose', '一句话'), ['一句话'], ['一句话'])).toEqual(twice)
  expect(problems(unitOf('list', '甲', '乙'), ['甲', '乙'], ['甲', '乙'])).toEqual(twice)
  expect(problems(unitOf('figure'), [], [])).toEqual(twice)
})

test('a block whose parts say the same may be cut between them', () => {
  expect(problems(unitOf('list', '甲', '乙'), ['甲'], ['乙'])).toEqual([])
  expect(problems(unitOf('list', '甲', '甲'), ['甲'], ['甲'])).toEqual([])
  // Of diagrams, each of which is a block.
  expect(problems(unitOf('list', '\uFFFC', '\uFFFC'), [], [])).toEqual([])
})
