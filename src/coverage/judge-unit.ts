import type {
  ArtifactObservation,
  ContentUnit,
  Expectation,
  Observation,
  UnitCoverage,
  UnitState,
} from '../model/coverage.ts'
import type {HandoutLayout, Target} from '../model/output.ts'
import {codeMatches, fragmentsOf, holds, holdsWithBlanks, lacking} from './holds-unit.ts'
import {placeholder} from './normalize-text.ts'
import {tellingParts} from './privacy/telling-parts.ts'
import {roleOnWorksheet} from './worksheet-role.ts'

export type Verdict = Pick<UnitCoverage, 'state' | 'reason'> & {
  /** Of the finding, if it is one. */
  readonly ruleId?: string
  /** Whether there was nothing to compare it with. */
  readonly isOpen?: true
}

/** What an output shows of a unit that it must account for. */
export interface Evidence {
  readonly target: Target
  readonly observed: readonly Observation[]
  /** What the slides of the deck of the same edition show; absent where no deck was read. */
  readonly onSlide?: readonly Observation[]
  /** What slides have to show, by the source; absent where the model does not say. */
  readonly expected?: Expectation
}

/** The state of a unit in an output that is for it. */
export function judgeUnit(unit: ContentUnit, evidence: Evidence): Verdict {
  const {observed, target} = evidence
  switch (target.output) {
    case 'deck':
      return judgeDeck(unit, observed)
    case 'slides':
      return judgeSlides(unit, evidence)
    case 'epub':
      return judgeWhole(unit, observed, true)
    case 'pdf':
      return judgeWhole(unit, observed, false)
    case 'handout':
      return judgeHandout(unit, target.layout, evidence)
    default:
      return target satisfies never
  }
}

function judgeHandout(unit: ContentUnit, layout: HandoutLayout, evidence: Evidence): Verdict {
  switch (layout) {
    case 'notes':
      return judgeBeside(unit, evidence)
    case 'lines':
    case '2up':
    case '4up':
    case '6up':
      return judgeSlides(unit, evidence)
    case 'worksheet':
      return judgeWorksheet(unit, evidence)
    default:
      return layout satisfies never
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

const unknown: Verdict = {
  state: 'left out',
  reason: 'not compared: neither the source nor a deck in this build says what slides show',
  isOpen: true,
}

const leftOut: Verdict = {state: 'left out', reason: 'only in the reading text of the deck and the handout'}

/** What has slides and no reading text shows of each block what the source says, and where a deck was read what that shows. */
function judgeSlides(unit: ContentUnit, {expected, observed, onSlide}: Evidence): Verdict {
  const bySource = expected && judgeBySource(unit, observed, expected)
  const byDeck = onSlide && judgeByDeck(unit, observed, onSlide)
  if (bySource?.state === 'missing') return bySource
  return byDeck ?? bySource ?? unknown
}

function judgeBySource(unit: ContentUnit, observed: readonly Observation[], expected: Expectation): Verdict {
  const {state} = expected
  if (state === 'reading' || state === 'left out') return leftOut
  const texts = textsOn(unit, expected)
  const lost = texts.find((text) => !holds(observed, text)) ?? lackingReading(unit, observed, state)
  if (observed.length === 0 || lost !== undefined) return missing(unit, observed, lost)
  return {state, reason: state === 'shown' ? '' : aLead}
}

const aLead = 'its lead; the full text is in the deck'

const textsOn = ({texts}: ContentUnit, expected: Expectation): readonly string[] => expected.texts ?? texts

const lackingReading = ({readings}: ContentUnit, observed: readonly Observation[], state: UnitState) =>
  state === 'shown' ? readings.find((one) => !observed.some(({text}) => text.includes(one))) : undefined

function judgeByDeck(unit: ContentUnit, observed: readonly Observation[], content: readonly Observation[]): Verdict {
  if (content.length === 0) return leftOut
  const lost = content.map(({text}) => text).find((text) => !holds(observed, text))
  if (observed.length === 0 || lost !== undefined) return missing(unit, observed, lost)
  const isWhole = lacking(unit, content) === undefined && codeMatches(unit, content)
  return isWhole ? {state: 'shown', reason: ''} : {state: 'condensed', reason: aLead}
}

/** All of it stands in a handout that has the text of each slide beside it; what slides keep of it stands on the slide as well. */
function judgeBeside(unit: ContentUnit, {expected, observed}: Evidence): Verdict {
  const whole = judgeWhole(unit, observed, false)
  if (whole.state === 'missing' || expected?.state !== 'condensed') return whole
  const text = observed.map((one) => one.text).join('')
  const isTwice = (part: string) => text.indexOf(part) < text.lastIndexOf(part)
  const lost = textsOn(unit, expected)
    .flatMap((one) => fragmentsOf(one))
    .find((part) => !isTwice(part))
  return lost === undefined ? whole : missing(unit, observed, lost)
}

const onWorksheet = 'worksheet: key sentences and exercises'

/**
 * A worksheet has all headings and exercises, for the teacher with the solutions; of prose and lists it has what stands on
 * slides, with blanks.
 */
function judgeWorksheet(unit: ContentUnit, {expected, observed, onSlide}: Evidence): Verdict {
  const role = roleOnWorksheet(unit)
  if (role === 'whole') return judgeWhole(unit, observed, false)
  if (observed.length > 0 && lacking(unit, observed) === undefined) return {state: 'shown', reason: ''}
  if (role === 'nothing' || isBesideSlides(expected, onSlide)) return {state: 'left out', reason: onWorksheet}
  if (!onSlide && !expected) return unknown
  if (announces(unit) && observed.length === 0) return {state: 'left out', reason: `${onWorksheet}; announces another`}
  const lost = keySentences(unit, expected, onSlide).find((text) => !holdsWithBlanks(observed, text))
  return lost === undefined ? {state: 'condensed', reason: onWorksheet} : missing(unit, observed, lost)
}

const isBesideSlides = (expected: Expectation | undefined, onSlide: readonly Observation[] | undefined): boolean =>
  onSlide?.length === 0 || expected?.state === 'reading' || expected?.state === 'left out'

/** By the source, and by the deck. A blank may be all of an item: its list is looked at as one. */
function keySentences(
  unit: ContentUnit,
  expected: Expectation | undefined,
  onSlide: readonly Observation[] = [],
): string[] {
  const bySource = expected ? [textsOn(unit, expected).join(placeholder)] : []
  return [...bySource, ...onSlide.map(({text}) => text)]
}

/** Of what follows, which may not be there. */
const announces = ({kind, texts}: ContentUnit) => kind === 'prose' && (texts.at(-1) ?? '').endsWith(':')

function judgeWhole(unit: ContentUnit, observed: readonly Observation[], keepsCode: boolean): Verdict {
  const isWhole = observed.length > 0 && lacking(unit, observed) === undefined
  if (isWhole && (!keepsCode || codeMatches(unit, observed))) return {state: 'shown', reason: ''}
  return missing(unit, observed)
}

/** A unit that this output must not hold: neither its id nor its text. */
export function judgePrivate(
  unit: ContentUnit,
  observed: readonly Observation[],
  {artifact, publicText}: {readonly artifact: ArtifactObservation; readonly publicText: string},
): Verdict {
  const isPrivate = !unit.editions.includes(artifact.target.edition)
  const {output} = artifact.target
  const leaks = (part: string) => artifact.everything.includes(part) && !publicText.includes(part)
  const leak = isPrivate
    ? unit.texts.flatMap((text) => tellingParts(text, output)).find((part) => leaks(part))
    : undefined
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
