import puppeteer, {type Browser} from 'puppeteer'
import {afterAll, beforeAll, describe, expect, inject, test} from 'vitest'
import {allMutants} from '../support/mutants/all-mutants.ts'
import {assertNoFalseAlarm} from '../support/mutants/controls.ts'
import {missedToday} from '../support/mutants/missed-today.ts'
import {openBench, runMutant, type Bench} from '../support/mutants/run-mutant.ts'

/** One or two of most categories; `npm run mutation-study` makes all of them. */
const sample = [
  'block-dropped/epub/1',
  'block-halved/deck/3',
  'blocks-swapped/epub/1',
  'block-moved/epub/2',
  'block-duplicated/deck/2',
  'sentence-cut/pdf/1',
  'code-white-space/epub/2',
  'code-character/pdf/1',
  'digit-changed/pdf/3',
  'wrong-number/epub/2',
  'wrong-reference/pdf/1',
  'mojibake/epub/1',
  'wrong-language/epub/1',
  'dead-internal-link/epub/1',
  'dead-file-link/deck/1',
  'network-request/deck/4',
  'hidden-text/deck/8',
  'hidden-text/pdf/1',
  'private-leak/deck/1',
  'private-leak/pdf/4',
  'overflow/deck/2',
  'missing-from-navigation/epub/1',
  'formula-altered/epub/2',
  'row-lost/handout/1',
  'cells-swapped/epub/1',
  'blank-image/pdf/1',
  'footnote-cut/epub/1',
  'spine-damaged/epub/1',
  'wrong-page-label/pdf/1',
  'page-damaged/pdf/1',
  'pdf-untagged/slides/1',
  'teacher-notes-missing/teacher-deck/1',
  'tofu/pdf/1',
  'truncated-file/epub/1',
]

let browser: Browser
let bench: Bench

beforeAll(async () => {
  browser = await puppeteer.connect({browserWSEndpoint: inject('browser')})
  bench = await openBench(inject('part'), inject('partDist'), browser)
})

afterAll(async () => {
  await browser.disconnect()
})

test('there are two hundred mutants and more, each with a name of its own', () => {
  const ids = new Set(allMutants.map(({id}) => id))
  expect(allMutants.length).toBeGreaterThanOrEqual(200)
  expect(ids.size).toBe(allMutants.length)
  expect(Object.keys(missedToday).filter((id) => !ids.has(id))).toEqual([])
  expect(sample.filter((id) => !ids.has(id))).toEqual([])
})

test('files without a defect have no finding, as they are and saved anew by the study', async () => {
  await expect(assertNoFalseAlarm(bench)).resolves.toBeUndefined()
})

test('a mutant that changes nothing is an error', async () => {
  const [mutant] = allMutants
  if (!mutant) throw new Error('No mutants')
  const idle = {...mutant, apply: () => ({victim: '', changes: new Map(bench.files)})}
  await expect(runMutant(bench, idle)).rejects.toThrow('changes nothing')
})

describe('a defect in a finished file is found, but for those on the list', () => {
  test.each(sample.map((id) => [id, id in missedToday ? 'missed today' : 'caught']))('%s: %s', async (id, expected) => {
    const mutant = allMutants.find((one) => one.id === id)
    if (!mutant) throw new Error(`No mutant ${id}`)
    const {findings, victim} = await runMutant(bench, mutant)
    // One that is on the list and found has to be taken off it: test/support/mutants/missed-today.ts.
    expect({victim, result: findings.length > 0 ? 'caught' : 'missed today'}).toEqual({victim, result: expected})
  })
})
