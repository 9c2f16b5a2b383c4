/**
 * Makes seeded defects on the finished files of a course and says which are found: `npm run mutation-study`, with names of artifacts
 * for those alone. With `--write`, other tools look at them as well, and docs/mutation-study.md is written. Fails when a mutant is missed that is not on the list of those (test/support/mutants/missed-today.ts), or caught though it is.
 */
import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import pLimit from 'p-limit'
import {openBrowser} from '../src/browser/open-browser.ts'
import {userCacheFolder} from '../src/cache/user-cache-folder.ts'
import {buildFor} from '../test/support/build-for.ts'
import {allMutants} from '../test/support/mutants/all-mutants.ts'
import {assertNoFalseAlarm} from '../test/support/mutants/controls.ts'
import {missedToday} from '../test/support/mutants/missed-today.ts'
import {runOthers, type ToolFindings} from '../test/support/mutants/other-tools.ts'
import type {Mutant} from '../test/support/mutants/mutant.ts'
import {openBench, runMutant, type Bench} from '../test/support/mutants/run-mutant.ts'
import {isExpected, studyPage, studySummary, type Studied} from '../test/support/mutants/study-page.ts'
import {writePartOfCourse} from '../test/support/write-part-of-course.ts'

async function study(bench: Bench, mutants: readonly Mutant[]): Promise<Studied[]> {
  // A deck that does not start is waited for; others go on meanwhile.
  const limit = pLimit(3)
  let done = 0
  const run = mutants.map((mutant) =>
    limit(async (): Promise<Studied> => {
      const outcome = await runMutant(bench, mutant)
      done++
      if (process.stderr.isTTY) process.stderr.write(`\r${done} / ${mutants.length}`)
      return {...outcome, others: new Map()}
    }),
  )
  return Promise.all(run)
}

const writes = process.argv.includes('--write')
const wanted = process.argv.slice(2).filter((argument) => argument !== '--write')
const mutants = allMutants.filter(({artifact}) => wanted.length === 0 || wanted.includes(artifact))
if (mutants.length === 0) throw new Error(`No mutants of ${wanted.join(', ')}`)
if (writes && wanted.length > 0) throw new Error('The page is written from all mutants: --write stands alone')
const folder = await mkdtemp(path.join(tmpdir(), 'lectern-study-'))
await using browser = await openBrowser({
  executable: '',
  cacheFolder: userCacheFolder(),
  log: () => undefined,
  warn: (message) => process.stderr.write(`${message}\n`),
})
try {
  const [course, dist] = [path.join(folder, 'course'), path.join(folder, 'dist')]
  await writePartOfCourse(course)
  const {artifacts} = await buildFor(course, dist, {hasSingleFile: false})
  if (artifacts.length === 0) throw new Error('The course does not build')
  const bench = await openBench(course, dist, browser)
  await assertNoFalseAlarm(bench)
  const started = performance.now()
  const studied = await study(bench, mutants)
  const seconds = Math.round((performance.now() - started) / 1000)
  const tools = writes ? await runOthers(bench, studied) : new Map<string, ToolFindings>()
  const results = studied.map((one) => ({...one, others: tools.get(one.mutant.id) ?? one.others}))
  process.stdout.write(`${studySummary(results, missedToday)}\n${mutants.length} mutants, ${seconds} s\n`)
  if (writes) await writeFile('docs/mutation-study.md', studyPage(results, missedToday))
  process.exitCode = results.every((one) => isExpected(one, missedToday)) ? 0 : 1
} finally {
  await rm(folder, {recursive: true, force: true})
}
