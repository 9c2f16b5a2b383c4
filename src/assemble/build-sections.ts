import {reportProblem} from '../diagnostics/report-problem.ts'
import type {Section} from '../model/course.ts'
import {everybody} from './audience.ts'
import {positionOf} from './block-base.ts'
import {buildBlocks} from './build-blocks.ts'
import {identify} from './identify.ts'
import {readHeading} from './read-heading.ts'
import type {ChapterScope} from './scope.ts'
import type {Outline} from './split-sections.ts'

/** Sections below an outline, numbered `chapter.section.…`; ids are the author's or `sec-3-2`. */
export function buildSections(
  outlines: readonly Outline[],
  scope: ChapterScope,
  {depth, number: parent}: {readonly number: string; readonly depth: number},
): Section[] {
  return outlines.flatMap((outline, index) => {
    const {heading} = outline
    if (!heading) return []
    const number = `${parent}.${index + 1}`
    if (heading.depth > depth) {
      const reason = `标题跳级：\`${'#'.repeat(heading.depth)}\` / Unexpected heading rank ${heading.depth}, expected ${depth}`
      reportProblem(scope.file, {ruleId: 'heading-level-increments', reason, place: heading})
    }
    const {id: explicit, ...attributes} = readHeading(heading, scope)
    const id = identify(heading, explicit || `sec-${number.replaceAll('.', '-')}`, scope)
    const label = scope.locale.labels.section(number)
    scope.references.set(id, {id, label, chapter: scope.chapter})
    return [
      {
        id,
        number,
        depth,
        title: heading.children,
        ...attributes,
        blocks: buildBlocks(outline.nodes, {chapter: scope, audience: everybody, exercise: ''}),
        sections: buildSections(outline.sections, scope, {number, depth: depth + 1}),
        position: positionOf(heading),
      },
    ]
  })
}
