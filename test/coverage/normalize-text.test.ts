import {expect, test} from 'vitest'
import {normalizeText} from '../../src/coverage/normalize-text.ts'

test('words from right to left are the same in the order of reading and of painting', () => {
  expect(normalizeText('阿拉伯 مرحبا بالعالم，完')).toBe(normalizeText('阿拉伯 بالعالم مرحبا，完'))
  expect(normalizeText('שלום 12 עולם')).toBe(normalizeText('עולם 12 שלום'))
})

test.each([
  ['a letter that is lost', 'مرحبا بالعالم', 'مرحبا بالعال'],
  ['a letter that is another', 'שלום', 'שלוס'],
  ['words beside others', 'שלום 中 עולם', 'עולם 中 שלום'],
])('%s is a difference', (_what, one, other) => {
  expect(normalizeText(one)).not.toBe(normalizeText(other))
})
