import type {ArtifactProblem, ContentUnit, SlideReading} from '../../model/coverage.ts'
import {containerKinds} from '../container-kinds.ts'
import {normalizeText, placeholder} from '../normalize-text.ts'
import {isGenerated, leadsTo, type Generated} from '../reading/align-reading.ts'

export interface SlideExpectations {
  /** Those that the deck's edition may see. */
  readonly units: readonly ContentUnit[]
  readonly generated: Generated
}

/**
 * The slides of a deck against the course: blocks in its order and each once, on each slide nothing that is not the
 * block's, and besides blocks nothing but titles and lectern's own words.
 */
export function checkSlides(slides: readonly SlideReading[], {generated, units}: SlideExpectations): ArtifactProblem[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const everything = units.map((unit) => wholeOf(unit)).join('\n')
  return [
    ...checkOrder(slides, units),
    ...slides.flatMap((slide) => [
      ...slide.loose
        .filter((text) => !isGenerated(text, generated) && !everything.includes(text))
        .map((text) => added(slide, text)),
      ...slide.blocks.flatMap(({alternatives, lines, unit: id}): ArtifactProblem[] => {
        const unit = byId.get(id)
        if (!unit) return []
        const whole = wholeOf(unit, units)
        const extra = lines.find((line) => !isPartOf(line, {whole, generated}))
        const changed = alternatives.find((one) => unit.kind === 'figure' && !unit.alternatives.includes(one))
        return [
          ...(extra === undefined ? [] : [added(slide, extra, id)]),
          ...(changed === undefined
            ? []
            : [
                {
                  ruleId: 'file-is-described' as const,
                  reason: `第 ${slide.number} 张图片的替代文字变了 / Slide ${slide.number}: changed alternative text “${changed.slice(0, 40)}”`,
                  unit: id,
                },
              ]),
        ]
      }),
    ]),
    ...checkCopies(slides, byId),
  ]
}

function added({number}: SlideReading, text: string, unit?: string): ArtifactProblem {
  const reason = `第 ${number} 张多出内容 / Slide ${number}: unexpected content “${text.slice(0, 60)}”`
  return {ruleId: 'nothing-is-added', reason, ...(unit ? {unit} : {})}
}

/** All texts of a unit; of a container, those of what it holds follow it in the list and stand in it. */
function wholeOf(unit: ContentUnit, units: readonly ContentUnit[] = []): string {
  const index = units.indexOf(unit)
  const inside = containerKinds.has(unit.kind) ? units.slice(index, index + 40) : [unit]
  return inside.flatMap(({code, texts}) => [...texts, normalizeText(code)]).join(placeholder)
}

/** A part of a block, or a lead and what lectern writes with it. */
function isPartOf(text: string, {generated, whole}: {readonly whole: string; readonly generated: Generated}): boolean {
  return leadsTo(text, generated, (rest) => rest === '' || whole.includes(rest))
}

/** Notes stand at the foot of each slide that has their mark, headings on each slide of their section. */
const standsAgain = (kind: string | undefined) => kind === 'footnote' || kind === 'section'

/** A slide swapped with another, a block moved to another section: numbers of blocks no longer rise. */
function checkOrder(slides: readonly SlideReading[], units: readonly ContentUnit[]): ArtifactProblem[] {
  const places = new Map(units.map(({id}, index) => [id, index]))
  const kinds = new Map(units.map(({id, kind}) => [id, kind]))
  const begun = new Set<string>()
  let last = -1
  return slides.flatMap(({blocks, number}) =>
    blocks.flatMap(({unit}): ArtifactProblem[] => {
      const place = places.get(unit)
      const kind = kinds.get(unit) ?? ''
      if (place === undefined || standsAgain(kind)) return []
      // What is cut inside a container stands in its frame again, after things that it holds.
      const isContinued = containerKinds.has(kind) && begun.has(unit)
      begun.add(unit)
      if (isContinued) return []
      if (place >= last) {
        last = place
        return []
      }
      const reason = `第 ${number} 张的次序不对 / Slide ${number}: out of order`
      return [{ruleId: 'block-is-in-place', reason, unit}]
    }),
  )
}

/** Blocks that are on one slide, and again on another. What a block says twice itself, as a list of like items, may be on two. */
function checkCopies(slides: readonly SlideReading[], units: ReadonlyMap<string, ContentUnit>): ArtifactProblem[] {
  const seen = new Map<string, {text: string; number: number}>()
  return slides.flatMap(({blocks, number}) =>
    blocks.flatMap(({lines, unit}): ArtifactProblem[] => {
      const text = lines.join('\n')
      const before = seen.get(unit)
      const known = units.get(unit)
      seen.set(unit, {text, number})
      if (before?.text !== text || !known || standsAgain(known.kind) || isTwiceIn(known, lines)) return []
      const reason = `第 ${before.number} 张与第 ${number} 张重复 / Slides ${before.number} and ${number}: the same block twice`
      return [{ruleId: 'block-is-in-place', reason, unit}]
    }),
  )
}

/** Whether a block has such lines twice. A list that says nothing holds pictures or formulas, which are blocks themselves. */
function isTwiceIn({code, kind, texts}: ContentUnit, lines: readonly string[]): boolean {
  const said = lines.join('')
  if (said === '') return kind === 'list' || kind === 'definitionList'
  const whole = [...texts, normalizeText(code)].join('').replaceAll(placeholder, '')
  return whole.split(said).length > 2
}
