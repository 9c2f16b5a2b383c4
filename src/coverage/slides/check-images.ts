import type {Root} from 'hast'
import {visit} from 'unist-util-visit'
import type {ArtifactProblem} from '../../model/coverage.ts'

/**
 * A deck's folder holds no image that none of its pages shows: it is published as a whole, and what stands in a teacher's notes alone
 * would go with it.
 */
export function checkImages(
  files: ReadonlyMap<string, Uint8Array>,
  pages: ReadonlyMap<string, Root>,
  folder: string,
): ArtifactProblem[] {
  const named = new Set<string>()
  for (const tree of pages.values()) {
    visit(tree, 'element', ({properties}) => {
      for (const value of Object.values(properties)) {
        for (const [name] of String(value).matchAll(/media\/[\w.-]+/gu)) named.add(name)
      }
    })
  }
  const unnamed = [...files.keys()].filter((name) => name.startsWith('media/') && !named.has(name))
  return unnamed.map((name) => ({
    ruleId: 'nothing-is-added',
    reason: `没有一页用到这张图 / No page shows this image: ${folder}${name}`,
  }))
}
