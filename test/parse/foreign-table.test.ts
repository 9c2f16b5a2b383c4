import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {foreignTable} from '../support/foreign-table.ts'

test('the manual lists what is understood of other tools', () => {
  expect(readFileSync('docs/dialect.md', 'utf8')).toContain(foreignTable())
})
