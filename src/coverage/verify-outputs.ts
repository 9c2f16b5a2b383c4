import {access, readdir, readFile} from 'node:fs/promises'
import path from 'node:path'
import type {Browser} from 'puppeteer'
import type {Course} from '../model/course.ts'
import type {ArtifactObservation, CoverageReport} from '../model/coverage.ts'
import type {Target} from '../model/output.ts'
import {checkDeck} from './check-deck.ts'
import {coverObjectives, coverTopics, topicFindings} from './check-syllabus.ts'
import {compareUnits} from './compare-units.ts'
import {expectedUnits} from './expected-units.ts'
import {observeDeck} from './observers/observe-deck.ts'
import {observeEpub} from './observers/observe-epub.ts'
import {deckOf} from './lecture-times.ts'
import {checkPagePlaces} from './check-page-places.ts'
import {drawnWords} from './drawing-texts.ts'
import {checkSite} from './site/check-site.ts'
import {artifactPath} from './output-names.ts'
import {observePdf, type PdfSource} from './observers/observe-pdf.ts'

export interface VerifyOptions {
  /** Where the finished files are. */
  readonly folder: string
  readonly targets: readonly Target[]
  readonly browser: Browser
}

/** Reads the finished files back and compares them with the course. Nothing of the writers is used or believed. */
export async function verifyOutputs(course: Course, options: VerifyOptions): Promise<CoverageReport> {
  const units = expectedUnits(course)
  const observed: ArtifactObservation[] = []
  for (const target of options.targets) {
    // In turn: each holds a whole book in memory.
    const {slides} = deckOf(observed, target.edition) ?? {}
    // oxlint-disable-next-line no-await-in-loop
    observed.push(await observeTarget(course, target, {...options, units, slides}))
  }
  const artifacts = observed.map((one) => withPagePlaces(one, observed))
  const starts = course.lectures?.map(({from}) => from)
  const compared = compareUnits(units, artifacts, {lectureStarts: starts ?? [], publicWords: drawnWords(course)})
  const topics = coverTopics(course, units, artifacts)
  const {folder} = options
  const site = await checkSite({folder, course, units, artifacts})
  const findings = [...compared.findings, ...topicFindings(course, topics), ...site]
  return {...compared, findings, topics, objectives: coverObjectives(course)}
}

/** Two outputs against each other, once both were read. */
function withPagePlaces(one: ArtifactObservation, all: readonly ArtifactObservation[]): ArtifactObservation {
  if (one.target.output !== 'epub') return one
  return {...one, problems: [...one.problems, ...checkPagePlaces(all, one.target.edition)]}
}

async function observeTarget(
  course: Course,
  target: Target,
  {browser, folder, slides, units}: VerifyOptions & Pick<PdfSource, 'slides' | 'units'>,
): Promise<ArtifactObservation> {
  const relative = artifactPath(course.slug, target)
  const location = path.join(folder, relative)
  const contents = await readFile(location).catch(() => undefined)
  if (!contents) {
    const problems = [{ruleId: 'artifact-opens' as const, reason: `缺少文件 / The file is missing: ${relative}`}]
    return {target, path: relative, observations: [], everything: '', problems}
  }
  switch (target.output) {
    case 'deck': {
      const observation = await observeDeck(target, relative, {
        course,
        files: await readFolder(path.dirname(location)),
        units,
      })
      const single = path.join(path.dirname(location), 'deck.html')
      const hasSingle = await access(single).then(
        () => true,
        () => false,
      )
      const look = await checkDeck(browser, location)
      const ofSingle = hasSingle ? (await checkDeck(browser, single)).problems : []
      const problems = [...observation.problems, ...look.problems, ...ofSingle]
      return {...observation, problems, density: look.density}
    }
    case 'epub':
      return observeEpub(target, relative, {browser, contents, course, units})
    case 'pdf':
    case 'slides':
    case 'handout':
      return observePdf(target, relative, {contents, course, units, slides})
    default:
      return target satisfies never
  }
}

async function readFolder(folder: string): Promise<Map<string, Uint8Array>> {
  const names = await readdir(folder, {recursive: true, withFileTypes: true})
  const files = names.filter((entry) => entry.isFile())
  const entries = await Promise.all(
    files.map(async (entry) => {
      const location = path.join(entry.parentPath, entry.name)
      return [path.relative(folder, location).split(path.sep).join('/'), await readFile(location)] as const
    }),
  )
  return new Map(entries)
}
