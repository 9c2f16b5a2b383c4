import type {
  ArtifactObservation,
  ContentUnit,
  CoverageFinding,
  CoverageReport,
  Observation,
  UnitCoverage,
} from '../model/coverage.ts'
import {judgePrivate, judgeUnit} from './judge-unit.ts'
import {deckOf, lectureTimes} from './lecture-times.ts'
import {normalizeText} from './normalize-text.ts'

export interface CompareOptions {
  /** Ids of slides. */
  readonly lectureStarts?: readonly string[]
  /** Words that anyone may read and that are in no unit: of drawings. Without white space. */
  readonly publicWords?: string
}

/**
 * Compares what a course holds with what was read back from the finished files. Each unit gets one state in each
 * output, and every state but "shown" a reason.
 */
export function compareUnits(
  units: readonly ContentUnit[],
  artifacts: readonly ArtifactObservation[],
  {lectureStarts = [], publicWords = ''}: CompareOptions = {},
): Omit<CoverageReport, 'objectives' | 'topics'> {
  const findings: CoverageFinding[] = []
  const coverage: UnitCoverage[] = []
  for (const artifact of artifacts) {
    const isReadable = artifact.everything !== ''
    const ofArtifact = coverageOf(artifact, units, {artifacts, publicWords})
    coverage.push(...ofArtifact)
    // A file that cannot be read is one finding, not one for each block.
    const lost = isReadable ? ofArtifact.filter(({state}) => state === 'missing') : []
    findings.push(...lost.map((row) => findingOf(row, artifact)))
    // What a reading misses block by block, it misses from front to back as well.
    const missed = new Set(lost.map(({ruleId = 'block-is-covered', unit}) => `${ruleId} ${unit.id}`))
    const problems = artifact.problems.filter(({ruleId, unit = ''}) => !missed.has(`${ruleId} ${unit}`))
    findings.push(...problems.map((problem) => problemFinding(problem, artifact, units)))
  }
  return {
    targets: artifacts.map(({target}) => target),
    units: coverage,
    findings,
    density: deckOf(artifacts, 'student')?.density ?? [],
    lectures: lectureTimes(artifacts, lectureStarts),
  }
}

interface JudgedUnit extends UnitCoverage {
  /** Of the finding, if it is one. */
  readonly ruleId?: string
}

function coverageOf(
  artifact: ArtifactObservation,
  units: readonly ContentUnit[],
  {artifacts, publicWords}: {readonly artifacts: readonly ArtifactObservation[]; readonly publicWords: string},
): JudgedUnit[] {
  const {target} = artifact
  const byUnit = Map.groupBy(artifact.observations, ({unit}) => unit)
  const deck = deckOf(artifacts, target.edition)
  const content = deck?.observations.filter(({place}) => place === 'content')
  const onSlides = content && Map.groupBy(content, ({unit}) => unit)
  const publicText = publicTextOf(units, artifact) + publicWords
  return units.map((unit) => {
    const observed = byUnit.get(unit.id) ?? []
    const slides = onSlides ? {onSlide: onSlides.get(unit.id) ?? []} : {}
    const verdict = isFor(unit, artifact)
      ? judgeUnit(unit, {target, observed, ...slides})
      : judgePrivate(unit, observed, {artifact, publicText})
    return {unit, target, locators: locatorsOf(observed), ...verdict}
  })
}

function isFor(unit: ContentUnit, {target}: ArtifactObservation): boolean {
  return unit.outputs.includes(target.output) && unit.editions.includes(target.edition)
}

/** What an artifact has to say: words of a private unit that stand there too are no leak. */
function publicTextOf(units: readonly ContentUnit[], artifact: ArtifactObservation): string {
  const shown = units.filter((unit) => isFor(unit, artifact))
  return shown
    .flatMap(({alternatives, code, texts}) => [...texts, ...[...alternatives, code].map((text) => normalizeText(text))])
    .join('\n')
}

function locatorsOf(observed: readonly Observation[]): UnitCoverage['locators'] {
  const distinct = new Map(observed.map(({link, locator, place}) => [`${locator}${place}`, {text: locator, link}]))
  return [...distinct.values()]
}

function findingOf({reason, ruleId, unit}: JudgedUnit, artifact: ArtifactObservation): CoverageFinding {
  return {
    ruleId: ruleId ?? 'block-is-covered',
    sourcePath: unit.sourcePath,
    line: unit.line,
    target: artifact.target,
    artifact: artifact.path,
    reason,
    unit: unit.id,
  }
}

function problemFinding(
  problem: ArtifactObservation['problems'][number],
  artifact: ArtifactObservation,
  units: readonly ContentUnit[],
): CoverageFinding {
  const unit = units.find(({id}) => id === problem.unit)
  return {
    ruleId: problem.ruleId,
    sourcePath: unit?.sourcePath ?? '',
    line: unit?.line ?? 0,
    target: artifact.target,
    artifact: artifact.path,
    reason: problem.reason,
    unit: problem.unit ?? '',
  }
}
