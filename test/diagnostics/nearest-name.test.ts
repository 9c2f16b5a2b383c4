import {expect, test} from 'vitest'
import {hintNearest} from '../../src/diagnostics/nearest-name.ts'
import {directives} from '../../src/parse/directives.ts'

const names = Object.keys(directives)

test.each([
  ['exersise', 'exercise'],
  ['ntoe', 'note'],
  ['warnning', 'warning'],
  ['defnition', 'definition'],
  ['hnit', 'hint'],
])('%s is a slip of the finger for %s', (written, meant) => {
  expect(hintNearest(written, names)).toContain(`Did you mean ${meant}?`)
})

test.each(['nonincremental', 'aside', 'margin', 'nit', 'unsolution', 'table'])('%s is another word', (written) => {
  expect(hintNearest(written, names)).not.toContain('Did you mean')
})
