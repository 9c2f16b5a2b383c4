import {access, readFile} from 'node:fs/promises'
import path from 'node:path'
import type {ArtifactObservation, ArtifactProblem, ContentUnit, CoverageFinding} from '../../model/coverage.ts'
import type {Course} from '../../model/course.ts'
import {deckOf} from '../lecture-times.ts'
import {checkPageScripts} from '../harm/check-scripts.ts'
import {findLeak} from '../privacy/find-leak.ts'
import {checkHome} from './check-home.ts'
import {checkPage, leakOf, type PageContext} from './check-page.ts'
import {reportScript} from '../report/filter-script.ts'
import {checkReportData, checkReportPage} from './check-report.ts'

export interface SiteSource {
  readonly folder: string
  readonly course: Course
  readonly units: readonly ContentUnit[]
  /** What was read back before: the home page has to lead there. */
  readonly artifacts: readonly ArtifactObservation[]
}

/** Written after everything was read back, so that a build has it not yet. */
const reportFolder = 'coverage/'

/**
 * The pages that stand beside the outputs: the home page, README.md and, where there is one already, the coverage report. They are
 * public, and nothing else reads them back.
 */
export async function checkSite({artifacts, course, folder, units}: SiteSource): Promise<CoverageFinding[]> {
  const read = (name: string) => readFile(path.join(folder, name), 'utf8').catch(() => undefined)
  const [home, readme, page, data] = await Promise.all(
    ['index.html', 'README.md', `${reportFolder}index.html`, `${reportFolder}coverage.json`].map(read),
  )
  const deck = deckOf(artifacts, 'student')
  const isReported = page !== undefined || data !== undefined
  const files = await filesNamed(folder, [home, readme, page])
  const context: PageContext = {
    course,
    units,
    hasFile: (name) => files.has(name) || (!isReported && name.startsWith(reportFolder)),
    inDeck: deck?.slides && new Set([...deck.slides.map(({id}) => id), ...deck.observations.map(({unit}) => unit)]),
  }
  return [
    ...told('index.html', homeProblems(home, context, artifacts)),
    ...told('README.md', readmeProblems(readme, context)),
    ...(isReported ? reportProblems(page ?? '', data ?? '', context) : []),
  ]
}

function told(artifact: string, problems: readonly ArtifactProblem[]): CoverageFinding[] {
  return problems.map(({reason, ruleId, unit = ''}) => ({ruleId, sourcePath: '', line: 0, artifact, reason, unit}))
}

/** Which of the files that these pages may name are there: every address and every name in a table is tried. */
async function filesNamed(folder: string, pages: readonly (string | undefined)[]): Promise<Set<string>> {
  const names = pages.flatMap((source) =>
    Array.from((source ?? '').matchAll(/(?:href="(?:\.\.\/)?|`)(?<name>[^"`#\s]+\.\w+)/gu), ({groups}) =>
      decodeURIComponent(groups?.['name'] ?? ''),
    ),
  )
  const found = new Set<string>()
  await Promise.all(
    [...new Set(names)].map((name) =>
      access(path.join(folder, name)).then(
        () => found.add(name),
        () => undefined,
      ),
    ),
  )
  return found
}

const missing: ArtifactProblem = {ruleId: 'artifact-opens', reason: '缺少文件 / The file is missing'}

function homeProblems(
  source: string | undefined,
  context: PageContext,
  artifacts: readonly ArtifactObservation[],
): readonly ArtifactProblem[] {
  if (source === undefined) return [missing]
  const {problems, tree} = checkPage('index.html', source, context)
  const open = artifacts.filter(({target}) => target.edition === 'student').map(({path: file}) => file)
  return [...problems, ...checkPageScripts('index.html', tree, []), ...checkHome(tree, context.course, open)]
}

/** The files that its table names are there, and it says nothing of the teacher's. */
function readmeProblems(source: string | undefined, {hasFile, units}: PageContext): readonly ArtifactProblem[] {
  if (source === undefined) return [missing]
  const leak = findLeak(source, units)
  const names = Array.from(source.matchAll(/^\| `(?<name>[^`]+)`/gmu), ({groups}) => groups?.['name'] ?? '')
  return [
    ...(leak === undefined ? [] : [leakOf(leak)]),
    ...names
      .filter((name) => !hasFile(name))
      .map((name): ArtifactProblem => ({
        ruleId: 'link-keeps-target',
        reason: `没有这个文件 / There is no such file: ${name}`,
      })),
  ]
}

function reportProblems(page: string, data: string, context: PageContext): CoverageFinding[] {
  const {problems, report} = checkReportData(data, context.units)
  const leak = findLeak(data, context.units)
  const {problems: ofPage, tree} = checkPage(`${reportFolder}index.html`, page, context)
  return [
    ...told(`${reportFolder}coverage.json`, [...problems, ...(leak === undefined ? [] : [leakOf(leak)])]),
    ...told(`${reportFolder}index.html`, [
      ...ofPage,
      ...checkPageScripts(`${reportFolder}index.html`, tree, [reportScript]),
      ...(report ? checkReportPage(tree, report) : []),
    ]),
  ]
}
