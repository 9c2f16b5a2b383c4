import type {Block, Equation, Listing} from '../model/block.ts'
import type {Course} from '../model/course.ts'
import {mapPhrasing} from '../model/map-blocks.ts'
import {mapCourse} from '../model/map-course.ts'
import {unresolved} from './unresolved.ts'

/** Whether a formula could not be typeset. */
export type IsFailed = (tex: string, display: boolean) => boolean

/**
 * A course in which formulas that could not be typeset are their TeX: code with a mark in a line of text, a listing in place of a displayed
 * one. Every later stage, and the reading back, has a formula less and a text more.
 */
export function keepFormulasAsText(course: Course, isFailed: IsFailed): Course {
  return mapCourse(course, {
    phrasing: (nodes) =>
      mapPhrasing(nodes, (node) => {
        if (node.type !== 'inlineMath' || !isFailed(node.value, false)) return [node]
        return [unresolved([{type: 'inlineCode', value: node.value}])]
      }),
    block: (block): Block => (block.type === 'equation' && isFailed(block.tex, true) ? listingOf(block) : block),
  })
}

function listingOf({audience, id, label, position, tex}: Equation): Listing {
  return listing({id, position, audience, language: 'tex', code: tex, title: textOf(label ?? '')})
}

/** A title of one text; none of an empty one. */
export const textOf = (value: string): Listing['title'] => (value ? [{type: 'text', value}] : [])

/** A listing without line numbers, steps or marks. */
export const listing = (
  given: Pick<Listing, 'audience' | 'code' | 'id' | 'language' | 'position' | 'title'>,
): Listing => ({
  type: 'listing',
  ...given,
  lines: given.code.split('\n').map((_line, index) => ({line: index + 1})),
  steps: [],
})
