import type {PhrasingContent} from 'mdast'
import {toString} from 'mdast-util-to-string'
import * as fc from 'fast-check'
import {expect, test} from 'vitest'
import {findLead, forceLead, sentenceLead} from '../../src/slides/find-lead.ts'

const text = (value: string): PhrasingContent => ({type: 'text', value})

test.each([
  ['，从数据中学习注意力；然后预测下一个词元，如此反复很多步', '，从数据中学习注意力'],
  ['。……：甲乙丙丁甲乙丙丁，戊己庚辛戊己庚辛', '。……：甲乙丙丁甲乙丙丁'],
])('marks before the first word of %s end nothing', (value, lead) => {
  expect(toString(sentenceLead([text(value)], 4))).toBe(lead)
})

test('what has words has a lead with words, wherever its marks are', () => {
  const part = fc.oneof(
    fc.stringMatching(/^[，；：。！？,;:.! a甲7]{0,12}$/u).map(text),
    fc.stringMatching(/^[，甲a]{1,6}$/u).map((value): PhrasingContent => ({type: 'strong', children: [text(value)]})),
  )
  fc.assert(
    fc.property(fc.array(part, {minLength: 1, maxLength: 5}), fc.integer({min: 1, max: 12}), (nodes, longest) => {
      fc.pre(/[\p{L}\p{N}]/u.test(toString(nodes)))
      for (const lead of [forceLead(nodes, longest), sentenceLead(nodes, longest), findLead(nodes, longest) ?? nodes]) {
        expect(toString(lead)).toMatch(/[\p{L}\p{N}]/u)
      }
    }),
    {numRuns: 1000},
  )
})
