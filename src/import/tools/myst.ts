import path from 'node:path/posix'
import {findNamed, chaptersIn} from '../markdown-files.ts'
import {byNaturalOrder} from '../natural-order.ts'
import type {BookFiles, OutlinePart, Tool} from '../outline.ts'
import {readForeignYaml} from '../read-foreign-yaml.ts'
import {listOf, namesIn, pathsIn, recordOf, textIn} from '../values.ts'

/**
 * `myst.yml`: `project.toc`, else all files by name; `project.bibliography`, else all BibTeX files.
 * https://mystmd.org/guide/table-of-contents, https://mystmd.org/guide/citations
 */
export const myst: Tool = {
  name: 'myst',
  read(files) {
    const [location] = findNamed(files, /(?:^|\/)myst\.ya?ml$/u)
    if (location === undefined) return undefined
    const {problems, value} = readForeignYaml(files, location)
    const base = path.dirname(location)
    const {authors, bibliography, title, toc} = recordOf(recordOf(value)['project'])
    const parts =
      toc === undefined ? [{chapters: chaptersIn(files, base)}] : listOf(toc).map((item) => partOf(item, {base, files}))
    return {
      title: textIn(title),
      authors: namesIn(authors),
      bibliography: bibliography === undefined ? bibtexIn(files, base) : pathsIn(bibliography, base),
      parts,
      problems,
    }
  },
}

const bibtexIn = ({paths}: BookFiles, base: string) =>
  [...paths].filter((file) => file.endsWith('.bib') && path.dirname(file) === base).toSorted(byNaturalOrder)

interface Context {
  readonly base: string
  readonly files: BookFiles
}

/** A title with children and no file of its own is a part. */
function partOf(item: unknown, context: Context): OutlinePart {
  const {children, file, title} = recordOf(item)
  const name = file === undefined && children !== undefined ? textIn(title) : undefined
  return {...(name === undefined ? {} : {title: name}), chapters: chaptersOf(item, context)}
}

function chaptersOf(item: unknown, {base, files}: Context): string[] {
  const {children, file, pattern} = recordOf(item)
  const own = textIn(file)
  const folder = textIn(pattern)
  return [
    ...(own === undefined ? [] : [path.join(base, own)]),
    ...(folder === undefined ? [] : chaptersIn(files, path.join(base, path.dirname(folder)))),
    ...listOf(children).flatMap((child) => chaptersOf(child, {base, files})),
  ]
}
