import type {ArtifactProblem, ContentUnit} from '../../model/coverage.ts'

/** So many are told of one file: what follows is often the same mistake. */
const mostTold = 12

/**
 * Slides on paper in the order of their course, which also holds where no deck says what slides there are: the title and the agenda come
 * first, and no block begins on a page before that of the block before it. Notes stand at the foot of whichever slide has their mark.
 * `destinations`: the page, from 1, of each named one.
 */
export function checkSourceOrder(
  units: readonly ContentUnit[],
  destinations: ReadonlyMap<string, number>,
): ArtifactProblem[] {
  const lacks = ['title', 'agenda'].filter((id) => !destinations.has(id))
  const places = units
    .filter(({kind}) => kind !== 'footnote')
    .flatMap(({id}) => {
      const page = destinations.get(id)
      return page === undefined ? [] : [{id, page}]
    })
  const opening = ['title', 'agenda'].map((id) => ({id, page: destinations.get(id) ?? 1}))
  const all = [...opening, ...places]
  const late = all.filter(({page}, index) => page < (all[index - 1]?.page ?? 1))
  return [
    ...lacks.map((id): ArtifactProblem => ({
      ruleId: 'block-is-covered',
      reason: `缺少幻灯片 / The slide is missing: ${id}`,
    })),
    ...late.map(({id, page}): ArtifactProblem => ({
      ruleId: 'block-is-in-place',
      reason: `第 ${page} 页的次序不对 / Page ${page}: out of order`,
      unit: id,
    })),
  ].slice(0, mostTold)
}
