import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {coursePath} from '../model/course-path.ts'

/** Paths below the course folder of the files that a chapter includes. */
export function collectIncludes(tree: Root, file: VFile): string[] {
  const paths: string[] = []
  visit(tree, 'leafDirective', (node) => {
    const name = node.name === 'include' ? node.attributes?.['file'] : undefined
    if (name) paths.push(coursePath(name, file.path))
  })
  return paths
}
