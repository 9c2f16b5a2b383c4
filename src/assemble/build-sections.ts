import type {Heading} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {reportProblem} from '../diagnostics/report-problem.ts'
import type {Section} from '../model/course.ts'
import {plainTitle} from '../model/plain-title.ts'
import {media, narrow} from './audience.ts'
import {placeAnchors, positionOf} from './block-base.ts'
import {buildBlocks} from './build-blocks.ts'
import {identify} from './identify.ts'
import {ownNumber} from './own-numbers.ts'
import {readHeading} from './read-heading.ts'
import type {ChapterScope} from './scope.ts'
import type {Outline} from './split-sections.ts'

/**
 * Sections below an outline, numbered `chapter.section.…` where the chapter has a number; ids are the author's, else
 * `sec-3-2`, `sec-preface-1`.
 */
export function buildSections(
  outlines: readonly Outline[],
  scope: ChapterScope,
  {
    depth,
    isNumbered: isInNumbered,
    number: parent,
  }: {
    readonly number: string
    /** What is in a section without a number has none. */
    readonly isNumbered: boolean
    readonly depth: number
  },
): Section[] {
  let counted = 0
  return outlines.flatMap((outline, index) => {
    const {heading} = outline
    if (!heading) return []
    checkHeading(heading, depth, scope)
    const {id: explicit, isHidden, isUnnumbered, ...attributes} = readHeading(heading, scope)
    if (!isUnnumbered) counted++
    // One that is not counted has the place among all, which no number can be.
    const place = isUnnumbered ? `${parent}.x${index + 1}` : `${parent}.${counted}`
    const isNumbered = isInNumbered && !isUnnumbered
    const number = isNumbered && depth < scope.ownNumbers.sections ? place : ''
    const audience = isHidden ? narrow(scope.audience, hiddenBy(heading)) : scope.audience
    const inner = {...scope, audience}
    const id = identifySection(heading, {explicit, place}, scope)
    const label = labelOf(number, heading, scope)
    scope.references.set(id, {id, label, chapter: scope.chapter})
    placeAnchors(heading, id, scope)
    return [
      {
        id,
        number,
        depth,
        title: heading.children,
        audience,
        ...attributes,
        blocks: buildBlocks(outline.nodes, {chapter: inner, audience, exercise: ''}),
        sections: buildSections(outline.sections, inner, {number: place, isNumbered, depth: depth + 1}),
        position: positionOf(heading),
      },
    ]
  })
}

/** As references call it: by our number, or by that which its title brings, else by its title. */
function labelOf(number: string, heading: Heading, {locale, ownNumbers}: ChapterScope): string {
  const title = plainTitle(heading.children)
  const own = ownNumbers.sections < Infinity ? ownNumber(title) : undefined
  const written = number || (own !== undefined && /^\d+(?:\.\d+)*$/u.test(own) ? own : '')
  return written ? locale.labels.section(written) : title
}

/** The author's id, else one of its number, unless an author has given that to something else. */
function identifySection(
  heading: Heading,
  {explicit, place}: {readonly explicit: string; readonly place: string},
  scope: ChapterScope,
): string {
  const derived = `sec-${place.replaceAll('.', '-')}`
  const isTaken = scope.explicit.has(derived) || scope.identifiers.has(derived)
  return identify(heading, explicit || (isTaken ? '' : derived), scope)
}

/** Sections that only books have. */
const hiddenBy = ({position}: Heading) => ({
  name: 'visibility="hidden"',
  line: position?.start.line ?? 1,
  outputs: media['book'] ?? [],
})

function checkHeading(heading: Heading, depth: number, {file}: ChapterScope): void {
  if (heading.depth > depth) {
    const reason = `标题跳级：\`${'#'.repeat(heading.depth)}\` / Unexpected heading rank ${heading.depth}, expected ${depth}`
    reportProblem(file, {ruleId: 'heading-level-increments', reason, place: heading})
  }
  if (heading.depth === 1) {
    const reason = '一章里有第二个一级标题，当作二级 / Unexpected second heading of rank 1: it counts as rank 2'
    const hint = file.data.laterFiles
      ? '写 ## / write ##'
      : '写 ##；每个一级标题都是一章时，在 course.yml 写 chapter-begins: heading / write ##; where each is a chapter, set `chapter-begins: heading` in course.yml'
    reportProblem(file, {ruleId: 'chapter-has-one-title', reason, hint, place: heading})
  }
  if (!toString(heading).trim()) {
    const reason = '标题没有文字 / Unexpected heading without text'
    reportProblem(file, {
      ruleId: 'heading-has-text',
      reason,
      hint: '写上标题，或用 --- / write one, or use ---',
      place: heading,
    })
  }
}
