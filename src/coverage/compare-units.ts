import {append} from '../model/append.ts'
import type {
  ArtifactObservation,
  ContentUnit,
  CoverageFinding,
  CoverageReport,
  Observation,
  UnitCoverage,
} from '../model/coverage.ts'
import type {Edition} from '../model/output.ts'
import {expectUnit} from './ledger/expect-unit.ts'
import type {SlideLedger} from './ledger/expect-on-slides.ts'
import {judgePrivate, judgeUnit, type Verdict} from './judge-unit.ts'
import {deckOf, lectureTimes} from './lecture-times.ts'
import {textsOfUnits} from './privacy/public-words.ts'
import {stateNames} from './report/words.ts'

/** What the model says of the course as a whole. */
export interface Plan {
  /** What slides have to show, for each edition. */
  readonly ledgers?: ReadonlyMap<Edition, SlideLedger>
  /** Ids of what lectures begin with. */
  readonly lectureStarts?: readonly string[]
  /** What anybody may read besides the blocks. */
  readonly words?: string
}

/**
 * Compares what a course holds with what was read back from the finished files. Each unit gets one state in each
 * output, and every state but "shown" a reason.
 */
export function compareUnits(
  units: readonly ContentUnit[],
  artifacts: readonly ArtifactObservation[],
  {ledgers = new Map(), lectureStarts = [], words = ''}: Plan = {},
): Omit<CoverageReport, 'objectives' | 'topics'> {
  const findings: CoverageFinding[] = []
  const coverage: UnitCoverage[] = []
  for (const artifact of artifacts) {
    const isReadable = artifact.everything !== ''
    const ledger = ledgers.get(artifact.target.edition) ?? new Map<string, never>()
    const observed = coverageOf(artifact, units, {artifacts, ledger, words})
    const ofArtifact = observed.map((row) => againstLedger(row, ledger))
    append(coverage, ofArtifact)
    // A file that cannot be read is one finding, not one for each block.
    const lost = isReadable ? ofArtifact.filter(({ruleId}) => ruleId !== undefined) : []
    append(
      findings,
      lost.map((row) => findingOf(row, artifact)),
    )
    // What a reading misses block by block, it misses from front to back as well.
    const missed = new Set(lost.map(({ruleId = 'block-is-covered', unit}) => `${ruleId} ${unit.id}`))
    const problems = artifact.problems.filter(({ruleId, unit = ''}) => !missed.has(`${ruleId} ${unit}`))
    append(
      findings,
      problems.map((problem) => problemFinding(problem, artifact, units)),
    )
  }
  return {
    targets: artifacts.map(({target}) => target),
    units: coverage,
    findings,
    density: deckOf(artifacts, 'student')?.density ?? [],
    lectures: lectureTimes(artifacts, lectureStarts),
  }
}

type JudgedUnit = UnitCoverage & Verdict

/** What an artifact is held against besides the units. */
interface Others {
  readonly artifacts: readonly ArtifactObservation[]
  readonly ledger: SlideLedger
  readonly words: string
}

function coverageOf(
  artifact: ArtifactObservation,
  units: readonly ContentUnit[],
  {artifacts, ledger, words}: Others,
): JudgedUnit[] {
  const {target} = artifact
  const byUnit = Map.groupBy(artifact.observations, ({unit}) => unit)
  const deck = deckOf(artifacts, target.edition)
  const content = deck?.observations.filter(({place}) => place === 'content')
  const onSlides = content && Map.groupBy(content, ({unit}) => unit)
  // Words of a private unit that stand there too are no leak.
  const publicText = [textsOfUnits(units.filter((unit) => isFor(unit, artifact))), words].join('\n')
  // A block may have several versions: the one that is for this output is judged, and of the others nothing may be there.
  return [...Map.groupBy(units, ({id}) => id).values()].flatMap((versions): JudgedUnit[] => {
    const own = versions.find((version) => isFor(version, artifact))
    const unit = own ?? versions[0]
    if (!unit) return []
    const observed = byUnit.get(unit.id) ?? []
    const expected = ledger.get(unit.id)
    const slides = {...(onSlides ? {onSlide: onSlides.get(unit.id) ?? []} : {}), ...(expected ? {expected} : {})}
    const privateVerdicts = versions
      .filter((version) => version !== own)
      .map((version) => judgePrivate(version, own ? [] : observed, {artifact, publicText}))
    const leak = privateVerdicts.find(({ruleId}) => ruleId !== undefined)
    const verdict = leak ?? (own ? judgeUnit(own, {target, observed, ...slides}) : privateVerdicts[0])
    return [{unit, target, locators: locatorsOf(observed), ...(verdict ?? {state: 'left out', reason: ''})}]
  })
}

/** What is shown in another way than it has to be is as wrong as what is lost. */
function againstLedger(row: JudgedUnit, ledger: SlideLedger): JudgedUnit {
  const expected = expectUnit(row.unit, row.target, ledger)
  if (row.state === 'missing')
    return {...row, ruleId: row.ruleId ?? 'block-is-covered', ...(expected ? {expected: expected.state} : {})}
  if (!expected || row.isOpen) return row
  if (row.state === expected.state) return {...row, expected: expected.state, reason: expected.reason || row.reason}
  const is = `应为“${stateNames[expected.state]}”，实为“${stateNames[row.state]}”`
  const reason = `${is} / Unexpected state “${row.state}”, which should be “${expected.state}”${expected.reason ? `: ${expected.reason}` : ''}`
  return {...row, expected: expected.state, ruleId: 'block-is-in-place', reason}
}

function isFor(unit: ContentUnit, {target}: ArtifactObservation): boolean {
  return unit.outputs.includes(target.output) && unit.editions.includes(target.edition)
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
