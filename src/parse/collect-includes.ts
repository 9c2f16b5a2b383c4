import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {coursePath} from '../model/course-path.ts'
import {mdbookInCode, readMdbookPath} from './foreign/include-lines.ts'

/** Paths below the course folder of the files that a chapter includes. */
export function collectIncludes(tree: Root, file: VFile): string[] {
  const paths: string[] = []
  visit(tree, 'leafDirective', (node) => {
    const name = node.name === 'include' ? node.attributes?.['file'] : undefined
    if (name) paths.push(coursePath(name, file.path))
  })
  visit(tree, 'code', ({value}) => {
    for (const {groups = {}} of value.matchAll(mdbookInCode)) {
      paths.push(coursePath(readMdbookPath(groups['path'] ?? '').file, file.path))
    }
  })
  return paths
}
