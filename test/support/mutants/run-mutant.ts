import {noLastResults} from '../../../src/model/last-results.ts'
import {density} from '../density.ts'
import {link, mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import type {BrowserSession, Pages} from '../../../src/browser/open-browser.ts'
import {compileCourse} from '../../../src/compile-course.ts'
import {verifyOutputs} from '../../../src/coverage/verify-outputs.ts'
import {rules} from '../../../src/diagnostics/rules.ts'
import type {Course} from '../../../src/model/course.ts'
import type {CoverageFinding, WrittenFile} from '../../../src/model/coverage.ts'
import type {ExpectedFonts} from '../../../src/model/font.ts'
import {expectedFonts} from '../../../src/theme/expected-fonts.ts'
import type {Target} from '../../../src/model/output.ts'
import {writtenFiles} from '../../../src/written-files.ts'
import {targetsOf, type Changes, type Files, type Mutant} from './mutant.ts'

/** What all mutants share: a finished course, its model and a browser. */
export interface Bench {
  readonly course: Course
  /** Some tools start it themselves, where its file is known. */
  readonly browser: Pages & Partial<Pick<BrowserSession, 'executable'>>
  readonly dist: string
  readonly files: Files
  readonly fonts: ExpectedFonts
  /** Its chapters as their authors wrote them. */
  readonly written: readonly WrittenFile[]
}

export interface Outcome {
  readonly mutant: Mutant
  readonly victim: string
  readonly changes: Changes
  /** At rules that are errors. */
  readonly findings: readonly CoverageFinding[]
}

/** The course in `folder`, as it was built into `dist`. */
export async function openBench(folder: string, dist: string, browser: Bench['browser']): Promise<Bench> {
  const {course, theme, written} = await compileCourse({folder, progress: {step: () => undefined}})
  if (!course || !theme) throw new Error('The course does not compile')
  const fonts = expectedFonts(theme, course.language, [])
  return {course, browser, dist, files: await readFiles(dist), fonts, written: writtenFiles(written)}
}

/** Makes the defect in a copy of the finished files and reads back what it touches. */
export async function runMutant(bench: Bench, mutant: Mutant): Promise<Outcome> {
  const {changes, victim} = await mutant.apply(bench.files)
  assertChanged(mutant, changes, bench.files)
  const findings = await verifyChanged(bench, [...targetsOf[mutant.artifact], ...mutant.beside], changes)
  return {mutant, victim, changes, findings}
}

/** What is found when these files stand in the place of the built ones. */
export async function verifyChanged(
  bench: Bench,
  targets: readonly Target[],
  changes: Changes,
): Promise<CoverageFinding[]> {
  return withChanged(bench, changes, async (folder) => {
    const {browser, course, fonts, written} = bench
    const {findings} = await verifyOutputs(course, {
      folder,
      targets,
      written,
      browser,
      density,
      fonts,
      tell: () => undefined,
      results: noLastResults,
    })
    return findings.filter(({ruleId}) => rules[ruleId as keyof typeof rules].severity === 'error')
  })
}

/** A folder with the finished files, some of them changed; all but those are links. */
export async function withChanged<T>(
  {dist, files}: Pick<Bench, 'dist' | 'files'>,
  changes: Changes,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lectern-mutant-'))
  try {
    const names = new Set([...files.keys(), ...changes.keys()])
    const folders = new Set([...names].map((name) => path.dirname(path.join(folder, name))))
    await Promise.all([...folders].map((one) => mkdir(one, {recursive: true})))
    await Promise.all(
      [...names].map(async (name) => {
        const contents = changes.get(name)
        if (!changes.has(name)) await link(path.join(dist, name), path.join(folder, name))
        else if (contents) await writeFile(path.join(folder, name), contents)
      }),
    )
    return await use(folder)
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
}

/** A defect that changes nothing would be missed for no fault of the checks. */
function assertChanged({id}: Mutant, changes: Changes, files: Files): void {
  const isChanged = [...changes].some(([name, contents]) => {
    const before = files.get(name)
    return !before || !contents || Buffer.compare(before, contents) !== 0
  })
  if (!isChanged) throw new Error(`${id} changes nothing`)
}

async function readFiles(dist: string): Promise<Map<string, Uint8Array>> {
  const entries = await readdir(dist, {recursive: true, withFileTypes: true})
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dist, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
  return new Map(
    await Promise.all(
      names.toSorted().map(async (name) => [name, new Uint8Array(await readFile(path.join(dist, name)))] as const),
    ),
  )
}
