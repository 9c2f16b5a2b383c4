import path from 'node:path/posix'
import {findNamed, markdownIn} from '../markdown-files.ts'
import {byNaturalOrder} from '../natural-order.ts'
import type {BookFiles, OutlinePart, Tool} from '../outline.ts'
import {readForeignYaml} from '../read-foreign-yaml.ts'
import {listOf, namesIn, recordOf, textIn} from '../values.ts'

/** `myst.yml`: `project.toc`, else all files by name. https://mystmd.org/guide/table-of-contents */
export const myst: Tool = {
  name: 'myst',
  read(files) {
    const [location] = findNamed(files, /(?:^|\/)myst\.ya?ml$/u)
    if (location === undefined) return undefined
    const {problems, value} = readForeignYaml(files, location)
    const base = path.dirname(location)
    const {authors, title, toc} = recordOf(recordOf(value)['project'])
    const parts =
      toc === undefined
        ? [{chapters: markdownIn(files, base).toSorted(byNaturalOrder)}]
        : listOf(toc).map((item) => partOf(item, {base, files}))
    return {title: textIn(title), authors: namesIn(authors), parts, problems}
  },
}

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
    ...(folder === undefined ? [] : markdownIn(files, path.join(base, path.dirname(folder))).toSorted(byNaturalOrder)),
    ...listOf(children).flatMap((child) => chaptersOf(child, {base, files})),
  ]
}
