import {expect, test} from 'vitest'
import {VFile} from 'vfile'
import {checkSheet} from '../../src/theme/check-sheet.ts'

test.each([
  [1_000_001, false],
  [1_000_000, true],
])('of a style sheet of %i bytes it says %s', (size, expected) => {
  const file = new VFile({path: 'theme/deck.css', value: 'a{}'.padEnd(size)})
  expect(checkSheet(file)).toBe(expected)
  expect(file.messages.map(({line, ruleId}) => [line, ruleId])).toEqual(expected ? [] : [[1, 'theme-is-valid']])
})
