import type {ArtifactObservation, ArtifactProblem} from '../model/coverage.ts'
import type {Edition} from '../model/output.ts'

/**
 * The pages that an e-book names are those of the printed book: each block begins on the same in both. Only where both were read, and the
 * e-book names pages at all.
 */
export function checkPagePlaces(artifacts: readonly ArtifactObservation[], edition: Edition): ArtifactProblem[] {
  const [book, print] = (['epub', 'pdf'] as const).map((output) =>
    artifacts.find(({target}) => target.output === output && target.edition === edition),
  )
  if (!book?.pages || !print) return []
  const printed = new Map(print.observations.map(({locator, unit}) => [unit, locator.replace(/^p\./u, '')]))
  return [...book.pages].flatMap(([unit, {from, to}]): ArtifactProblem[] => {
    const page = printed.get(unit)
    if (page === undefined || page === from || page === to) return []
    const reason = `应在第 ${page} 页，电子书里是第 ${from} 页 / On page ${page} of the printed book, ${from} in the e-book`
    return [{ruleId: 'page-number-is-right', reason, unit}]
  })
}
