import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {limitsPage} from './support/limits-page.ts'
import {rulesPage} from './support/rules-page.ts'

test('docs/rules.md is what the registry says: npm run docs', () => {
  expect(readFileSync('docs/rules.md', 'utf8')).toBe(rulesPage())
})

test('docs/limits.md is what the table says: npm run docs', () => {
  expect(readFileSync('docs/limits.md', 'utf8')).toBe(limitsPage())
})

test('docs/dialect.md shows below each example what the example says', () => {
  const page = readFileSync('docs/dialect.md', 'utf8')
  const examples = [
    ...page.matchAll(
      /^(?<fence>`{3,})markdown\n(?<source>[\s\S]*?)\n\k<fence>\n(?<below>[\s\S]*?)(?=^`{3,}markdown|$(?![\s\S]))/gmu,
    ),
  ]
  expect(examples.length).toBeGreaterThan(15)
  const wrong = examples.filter(({groups}) => !groups?.['below']?.trimStart().startsWith(groups['source'] ?? ''))
  expect(wrong.map(({groups}) => groups?.['source'])).toEqual([])
})
