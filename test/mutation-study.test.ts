import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {allMutants} from './support/mutants/all-mutants.ts'
import {missedToday} from './support/mutants/missed-today.ts'

const page = readFileSync('docs/mutation-study.md', 'utf8')

test('docs/mutation-study.md tells of every mutant, and of no other: npm run mutation-study -- --write', () => {
  const told = Array.from(
    page.matchAll(/^(?:\| |- )(?<id>[a-z-]+\/[a-z-]+\/\d+)(?: \||:)/gmu),
    ({groups}) => groups?.['id'] ?? '',
  )
  expect(allMutants.length).toBeGreaterThanOrEqual(200)
  expect(told.toSorted()).toEqual(allMutants.map(({id}) => id).toSorted())
})

test('docs/mutation-study.md counts as many caught as the list of the missed leaves', () => {
  const caught = allMutants.length - Object.keys(missedToday).length
  expect(page).toContain(`${caught} of ${allMutants.length} mutants are caught.`)
})

test('each mutant has a category, and a line that says what is wrong', () => {
  expect(allMutants.filter(({category, what}) => !category || !what)).toEqual([])
  expect(new Set(allMutants.map(({category}) => category)).size).toBeGreaterThanOrEqual(30)
})
