import puppeteer, {type Browser} from 'puppeteer'
import {afterAll, beforeAll, expect, inject, test} from 'vitest'
import {fontLost} from '../support/mutants/font-lost.ts'
import {openBench, runMutant, type Bench} from '../support/mutants/run-mutant.ts'

let browser: Browser
let bench: Bench

beforeAll(async () => {
  browser = await puppeteer.connect({browserWSEndpoint: inject('browser')})
  bench = await openBench(inject('part'), inject('partDist'), browser)
})

afterAll(async () => {
  await browser.disconnect()
})

// That files without a defect have no finding is in mutation-study.test.ts.
test.each(fontLost.map((mutant) => [`${mutant.id}: ${mutant.artifact}, ${mutant.what}`, mutant] as const))(
  '%s is found as what it is',
  async (_id, mutant) => {
    const {findings} = await runMutant(bench, mutant)
    expect(findings.map(({ruleId}) => ruleId)).toContain('font-is-embedded')
  },
)
