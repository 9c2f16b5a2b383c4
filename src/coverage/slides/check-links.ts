import type {ArtifactProblem} from '../../model/coverage.ts'
import type {Course} from '../../model/course.ts'
import {normalizeText} from '../normalize-text.ts'

export interface FoundLink {
  readonly text: string
  /** Id that it leads to inside the artifact; empty when it leads out of it. */
  readonly target: string
  /** For a person. */
  readonly place: string
}

/** A link that is named like a figure, a table, a section leads to that one. */
export function checkLinkTargets(links: readonly FoundLink[], course: Course): ArtifactProblem[] {
  const byLabel = new Map<string, string[]>()
  for (const {id, label} of course.references.values()) {
    const key = normalizeText(label)
    byLabel.set(key, [...(byLabel.get(key) ?? []), id])
  }
  return links.flatMap(({place, target, text}): ArtifactProblem[] => {
    const known = byLabel.get(text)
    if (!known || target === '' || known.includes(target) || !/\d/u.test(text) || !/\p{L}/u.test(text)) return []
    const reason = `${place}：“${text}”的链接通向别处 / The link “${text}” leads to ${target}, expected ${known.join(', ')}`
    return [{ruleId: 'link-keeps-target', reason}]
  })
}
