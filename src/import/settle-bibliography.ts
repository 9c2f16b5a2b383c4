import path from 'node:path/posix'
import {decodeUrl} from '../model/course-path.ts'
import type {BookFiles, OutlineProblem} from './outline.ts'
import {frontMatterOf} from './read-foreign-yaml.ts'
import {pathsIn} from './values.ts'

/** The files of a bibliography that exist, those that a tool names and those that chapters do; others are problems. */
export function settleBibliography(
  named: readonly string[],
  chapters: readonly string[],
  files: BookFiles,
): {bibliography: readonly string[]; problems: readonly OutlineProblem[]} {
  const inChapters = chapters.flatMap((file) => {
    const {bibliography} = frontMatterOf(files, file)
    return pathsIn(bibliography, path.dirname(file))
  })
  const wanted = [...new Set([...named, ...inChapters].map((one) => path.normalize(decodeUrl(one))))]
  const judged = wanted.map((file) => ({file, kind: whyNot(file, files)}))
  return {
    bibliography: judged.filter(({kind}) => kind === undefined).map(({file}) => file),
    problems: judged.flatMap(({file, kind}) => (kind === undefined ? [] : [{kind, path: file}])),
  }
}

function whyNot(file: string, {paths}: BookFiles): OutlineProblem['kind'] | undefined {
  if (file === '..' || file.startsWith('../') || path.isAbsolute(file)) return 'outside'
  if (!paths.has(file)) return 'missing'
  return /\.(?:bib|json)$/u.test(file) ? undefined : 'not-bibliography'
}
