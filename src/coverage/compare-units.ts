import type {
  ArtifactObservation,
  ContentUnit,
  CoverageFinding,
  CoverageReport,
  Observation,
  UnitCoverage,
  UnitState,
} from '../model/coverage.ts'
import {deckOf, lectureTimes} from './lecture-times.ts'
import {normalizeText, placeholder} from './normalize-text.ts'

/** Shorter texts of private units stand in public ones by chance. */
const shortestPrivateText = 12

/**
 * Compares what a course holds with what was read back from the finished files. Each unit gets one state in each
 * output, and every state but "shown" a reason.
 */
export function compareUnits(
  units: readonly ContentUnit[],
  artifacts: readonly ArtifactObservation[],
  lectureStarts: readonly string[] = [],
): Omit<CoverageReport, 'objectives' | 'topics'> {
  const findings: CoverageFinding[] = []
  const coverage: UnitCoverage[] = []
  for (const artifact of artifacts) {
    const isReadable = artifact.everything !== ''
    const byUnit = Map.groupBy(artifact.observations, ({unit}) => unit)
    const deck = artifacts.find(({target}) => target.output === 'deck' && target.edition === artifact.target.edition)
    const publicText = publicTextOf(units, artifact)
    const deckByUnit = deck && Map.groupBy(deck.observations, ({unit}) => unit)
    for (const unit of units) {
      const observed = byUnit.get(unit.id) ?? []
      const result = isFor(unit, artifact)
        ? judge(unit, observed, {artifact, onSlide: deckByUnit?.get(unit.id)})
        : judgePrivate(unit, observed, {artifact, publicText})
      coverage.push({unit, target: artifact.target, locators: locatorsOf(observed), ...result})
      // A file that cannot be read is one finding, not one for each block.
      if (result.state === 'missing' && isReadable) findings.push(findingOf(unit, artifact, result))
    }
    // What a reading misses block by block, it misses from front to back as well.
    const missed = new Set(
      findings.filter((one) => one.artifact === artifact.path).map(({ruleId, unit}) => `${ruleId} ${unit}`),
    )
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

/** What an artifact has to say: words of a private unit that stand there too are no leak. */
function publicTextOf(units: readonly ContentUnit[], artifact: ArtifactObservation): string {
  const shown = units.filter((unit) => isFor(unit, artifact))
  return shown.flatMap(({code, texts}) => [...texts, normalizeText(code)]).join('\n')
}

type Verdict = Pick<UnitCoverage, 'state' | 'reason'> & {readonly ruleId?: string}

function isFor(unit: ContentUnit, {target}: ArtifactObservation): boolean {
  return unit.outputs.includes(target.output) && unit.editions.includes(target.edition)
}

interface Evidence {
  readonly artifact: ArtifactObservation
  /** What the deck of the same edition shows of the unit; the slides PDF has to show the same. */
  readonly onSlide: readonly Observation[] | undefined
}

function judge(unit: ContentUnit, observed: readonly Observation[], evidence: Evidence): Verdict {
  switch (evidence.artifact.target.output) {
    case 'deck':
      return judgeDeck(unit, observed)
    case 'slides':
      return judgeSlides(unit, observed, evidence.onSlide)
    case 'epub':
      return judgeWhole(unit, observed, true)
    case 'pdf':
    case 'handout':
      return judgeWhole(unit, observed, false)
    default:
      return evidence.artifact.target.output satisfies never
  }
}

function judgeDeck(unit: ContentUnit, observed: readonly Observation[]): Verdict {
  const content = observed.filter(({place}) => place === 'content')
  const beside = observed.filter(({place}) => place !== 'content')
  const isWhole = (part: readonly Observation[]) => lacking(unit, part) === undefined && codeMatches(unit, part)
  if (content.length > 0 && isWhole(content)) return {state: 'shown', reason: ''}
  if (beside.length > 0 && isWhole(beside)) {
    const state: UnitState = content.length > 0 ? 'condensed' : 'reading'
    return {state, reason: beside.some(({place}) => place === 'notes') ? 'speaker notes' : 'reading text'}
  }
  return missing(unit, observed)
}

/** The slides PDF has no reading text: it shows of each block what the deck shows on its slides. */
function judgeSlides(
  unit: ContentUnit,
  observed: readonly Observation[],
  onSlide: readonly Observation[] = [],
): Verdict {
  const content = onSlide.filter(({place}) => place === 'content')
  if (content.length === 0) return {state: 'left out', reason: 'only in the reading text of the deck and the handout'}
  const lost = content.map(({text}) => text).find((text) => !holds(observed, text))
  if (observed.length === 0 || lost !== undefined) return missing(unit, observed, lost)
  const isWhole = lacking(unit, content) === undefined
  return isWhole ? {state: 'shown', reason: ''} : {state: 'condensed', reason: 'its lead; the full text is in the deck'}
}

function judgeWhole(unit: ContentUnit, observed: readonly Observation[], keepsCode: boolean): Verdict {
  const isWhole = observed.length > 0 && lacking(unit, observed) === undefined
  if (isWhole && (!keepsCode || codeMatches(unit, observed))) return {state: 'shown', reason: ''}
  return missing(unit, observed)
}

/** A unit that this output must not hold: neither its id nor its text. */
function judgePrivate(
  unit: ContentUnit,
  observed: readonly Observation[],
  {artifact, publicText}: {artifact: ArtifactObservation; publicText: string},
): Verdict {
  const isPrivate = !unit.editions.includes(artifact.target.edition)
  const leaks = (part: string) =>
    part.length >= shortestPrivateText && artifact.everything.includes(part) && !publicText.includes(part)
  const leak = isPrivate ? unit.texts.find((text) => fragmentsOf(text).some((part) => leaks(part))) : undefined
  if (observed.length > 0 || leak !== undefined) {
    const shown = (leak ?? observed[0]?.text ?? '').slice(0, 40)
    const ruleId = isPrivate ? 'private-content-stays-private' : 'block-is-covered'
    return {state: 'missing', ruleId, reason: `不应出现 / Unexpected content that is left out here: “${shown}”`}
  }
  return {state: 'left out', reason: unit.rules.join(', ')}
}

function missing(unit: ContentUnit, observed: readonly Observation[], lost = lacking(unit, observed)): Verdict {
  if (observed.length === 0) return {state: 'missing', reason: '找不到这个块 / The block is missing'}
  const text = (lost ?? unit.code).slice(0, 60)
  return {state: 'missing', reason: `内容缺失或改变 / The content is missing or changed: “${text}”`}
}

/** The first text of a unit that the observations do not hold. */
function lacking(unit: ContentUnit, observed: readonly Observation[]): string | undefined {
  const readings = observed.map(({readings: apart, text}) => apart ?? text).join('')
  return (
    unit.texts.find((text) => !holds(observed, text)) ??
    unit.readings.find((one) => !readings.includes(one)) ??
    lackingFormula(unit, observed)
  )
}

/** The first formula that does not stand where it should, where the format keeps their TeX. */
function lackingFormula({formulas}: ContentUnit, observed: readonly Observation[]): string | undefined {
  if (observed.every((observation) => observation.formulas === undefined)) return undefined
  const found = observed.flatMap((observation) => observation.formulas ?? [])
  let from = 0
  for (const formula of formulas) {
    const at = found.indexOf(formula, from)
    if (at < 0) return `$${formula}$`
    from = at + 1
  }
  return undefined
}

/** Whether observations hold a text: exactly where the reader keeps placeholders, else its fragments in order. */
function holds(observed: readonly Observation[], text: string): boolean {
  const whole = observed.map((observation) => observation.text).join('')
  if (whole.includes(text)) return true
  if (whole.includes(placeholder)) return false
  let from = 0
  for (const fragment of fragmentsOf(text)) {
    const at = whole.indexOf(fragment, from)
    if (at < 0) return false
    from = at + fragment.length
  }
  return true
}

const fragmentsOf = (text: string) => text.split(placeholder).filter(Boolean)

/** Code to the character; of a listing cut over slides, the pieces put together. */
function codeMatches(unit: ContentUnit, observed: readonly Observation[]): boolean {
  if (!unit.code) return true
  const pieces = observed.flatMap(({code}) => (code === undefined ? [] : [code]))
  return pieces.length > 0 && (pieces.includes(unit.code) || pieces.join('\n') === unit.code)
}

function locatorsOf(observed: readonly Observation[]): UnitCoverage['locators'] {
  const distinct = new Map(observed.map(({link, locator, place}) => [`${locator}${place}`, {text: locator, link}]))
  return [...distinct.values()]
}

function findingOf(unit: ContentUnit, artifact: ArtifactObservation, verdict: Verdict): CoverageFinding {
  return {
    ruleId: verdict.ruleId ?? 'block-is-covered',
    sourcePath: unit.sourcePath,
    line: unit.line,
    target: artifact.target,
    artifact: artifact.path,
    reason: verdict.reason,
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
