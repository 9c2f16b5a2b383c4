import puppeteer, {type Browser} from 'puppeteer'
import {afterAll, beforeAll, describe, expect, inject, test} from 'vitest'
import {verifyOutputs} from '../../src/coverage/verify-outputs.ts'
import {noLastResults} from '../../src/model/last-results.ts'
import {allMutants} from '../support/mutants/all-mutants.ts'
import {assertNoFalseAlarm} from '../support/mutants/controls.ts'
import type {ArtifactName} from '../support/mutants/mutant.ts'
import {missedToday} from '../support/mutants/missed-today.ts'
import {density} from '../support/density.ts'
import {openBench, runMutant, type Bench} from '../support/mutants/run-mutant.ts'

/** What is read back fastest comes first. */
const artifacts: readonly ArtifactName[] = ['epub', 'pdf', 'coverage', 'deck', 'slides', 'handout', 'teacher deck']

/** One of every fifth category; `npm run mutation-study` makes all of them. */
const sample = Array.from(
  Map.groupBy(allMutants, ({category}) => category).values(),
  (mutants) => artifacts.flatMap((name) => mutants.filter(({artifact}) => artifact === name))[0] ?? mutants[0],
).filter((mutant, index) => mutant !== undefined && index % 5 === 0)

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
  expect(sample.length).toBeGreaterThanOrEqual(8)
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

test('a sentence that the parser loses is found, though everything that it made is there', async () => {
  const words = '这一句只在源文件里，解析器没有把它交给任何人。'
  const [first, ...others] = bench.written
  if (!first) throw new Error('No chapters')
  const {text} = first
  // Where everybody's text is: what follows the teacher's notes may be theirs.
  const lines = text.split('\n')
  const at = lines.findIndex((line) => line.startsWith('- **入门教材'))
  const written = [{...first, text: lines.toSpliced(at, 0, words, '').join('\n')}, ...others]
  const {findings} = await verifyOutputs(bench.course, {
    ...bench,
    written,
    folder: bench.dist,
    targets: [{output: 'epub', edition: 'student'}],
    density,
    tell: () => undefined,
    results: noLastResults,
  })
  expect(findings).toMatchObject([{ruleId: 'text-is-kept', sourcePath: first.path, line: at + 1}])
  expect(findings[0]?.target).toBeUndefined()
  expect(findings[0]?.reason).toContain(words)
})

describe('a defect in a finished file is found, but for those on the list', () => {
  test.each(sample.flatMap((mutant) => (mutant ? [[mutant.id, mutant] as const] : [])))('%s', async (id, mutant) => {
    const {findings, victim} = await runMutant(bench, mutant)
    // One that is on the list and found has to be taken off it: test/support/mutants/missed-today.ts.
    expect({victim, isCaught: findings.length > 0}).toEqual({victim, isCaught: !(id in missedToday)})
  })
})
