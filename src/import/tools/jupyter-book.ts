import path from 'node:path/posix'
import {findNamed} from '../markdown-files.ts'
import {byNaturalOrder} from '../natural-order.ts'
import type {BookFiles, OutlinePart, OutlineProblem, Tool} from '../outline.ts'
import {readForeignYaml} from '../read-foreign-yaml.ts'
import {listOf, namesIn, pathsIn, recordOf, textIn} from '../values.ts'

/**
 * `_toc.yml` of Jupyter Book: `jb-book` with chapters or parts, `jb-article` with sections, the list of files of versions
 * before 0.11, and the `subtrees` and `entries` of sphinx-external-toc that these are names for.
 * https://jupyterbook.org/v1/structure/toc.html, https://sphinx-external-toc.readthedocs.io/en/latest/user_guide/sphinx.html
 */
export const jupyterBook: Tool = {
  name: 'jupyter-book',
  read(files) {
    const [location] = findNamed(files, /(?:^|\/)_toc\.ya?ml$/u)
    if (location === undefined) return undefined
    const {problems, value} = readForeignYaml(files, location)
    const base = path.dirname(location)
    const parts = Array.isArray(value) ? partsOfList(value, {base, files}) : partsOf(recordOf(value), {base, files})
    return {...readHead(files, base, problems), parts}
  },
}

interface Context {
  readonly base: string
  readonly files: BookFiles
}

function readHead(files: BookFiles, base: string, problems: readonly OutlineProblem[]) {
  const config = path.join(base, '_config.yml')
  if (!files.paths.has(config)) return {problems}
  const read = readForeignYaml(files, config)
  const {author, bibtex_bibfiles: bibliography, language, title} = recordOf(read.value)
  const all = [...problems, ...read.problems]
  return {
    title: textIn(title),
    authors: namesIn(author),
    language: textIn(language),
    bibliography: pathsIn(bibliography, base),
    problems: all,
  }
}

function partsOf(toc: Readonly<Record<string, unknown>>, context: Context): OutlinePart[] {
  const root = textIn(toc['root'])
  return [
    ...(root === undefined ? [] : [{chapters: [path.join(context.base, root)]}]),
    ...listOf(toc['parts'] ?? toc['subtrees']).map((one) => {
      const title = textIn(recordOf(one)['caption'])
      return {...(title === undefined ? {} : {title}), chapters: below(one, context)}
    }),
    {chapters: below({...toc, parts: undefined, subtrees: undefined}, context)},
  ]
}

/** Each item of the old list is a file; one with `part` or `header` begins a part. */
function partsOfList(items: readonly unknown[], context: Context): OutlinePart[] {
  const parts: OutlinePart[] = []
  for (const item of items) {
    const {header, part} = recordOf(item)
    const title = textIn(part) ?? textIn(header)
    const chapters = chaptersOf(item, context)
    const last = parts.at(-1)
    if (title !== undefined || !last) parts.push({...(title === undefined ? {} : {title}), chapters})
    else parts[parts.length - 1] = {...last, chapters: [...last.chapters, ...chapters]}
  }
  return parts
}

function chaptersOf(item: unknown, context: Context): string[] {
  const {file, glob, url} = recordOf(item)
  const own = textIn(item) ?? textIn(file) ?? localUrl(url)
  const pattern = textIn(glob)
  return [
    ...(own === undefined ? [] : [path.join(context.base, own)]),
    ...(pattern === undefined ? [] : filesLike(pattern, context)),
    ...below(item, context),
  ]
}

function below(item: unknown, context: Context): string[] {
  const {chapters, entries, parts, sections, subtrees} = recordOf(item)
  return [chapters, sections, entries, parts, subtrees].flatMap((list) =>
    listOf(list).flatMap((one) => chaptersOf(one, context)),
  )
}

/** In the first format, `url: /intro` is a file of the book. */
function localUrl(url: unknown): string | undefined {
  const text = textIn(url)
  return text?.startsWith('/') ? text.slice(1) : undefined
}

function filesLike(pattern: string, {base, files}: Context): string[] {
  const source = path
    .join(base, pattern)
    .replaceAll(/[.+^${}()|[\]\\]/gu, String.raw`\$&`)
    .replaceAll('*', '[^/]*')
  const like = new RegExp(String.raw`^${source}(?:\.\w+)?$`, 'u')
  return [...files.paths].filter((file) => like.test(file)).toSorted(byNaturalOrder)
}
