import path from 'node:path/posix'
import {findNamed, headingOf, isMarkdown} from '../markdown-files.ts'
import {byNaturalOrder} from '../natural-order.ts'
import type {BookFiles, OutlinePart, Tool} from '../outline.ts'
import {readSphinxHead} from '../read-sphinx-head.ts'

/**
 * `toctree` directives from the index on, in reStructuredText and MyST, and the `toc` blocks of D2L's books: a file comes before
 * what it lists. A caption begins a part.
 * https://www.sphinx-doc.org/en/master/usage/restructuredtext/directives.html#directive-toctree
 */
export const sphinx: Tool = {
  name: 'sphinx',
  read(files) {
    const roots = findNamed(files, /(?:^|\/)index\.(?:rst|md)$/u).filter((file) => file.split('/').length <= 3)
    const root = roots.find((file) => toctreesIn(files.textOf(file) ?? '').length > 0)
    if (root === undefined) return undefined
    const walk: Walk = {files, visited: new Set([root])}
    const parts = toctreesIn(files.textOf(root) ?? '').map((tree): OutlinePart => {
      const chapters = tree.entries.flatMap((entry) => follow(entry, {...tree, folder: path.dirname(root)}, walk))
      return {...(tree.caption === undefined ? {} : {title: tree.caption}), chapters}
    })
    const title = headingOf(files, root) ?? rstTitle(files.textOf(root) ?? '')
    return {
      title,
      ...readSphinxHead(files, path.dirname(root)),
      parts: [{chapters: isMarkdown(root) ? [root] : []}, ...parts],
    }
  },
}

interface Walk {
  readonly files: BookFiles
  /** Files whose entries are listed already: a file may list itself, or one that lists it. */
  readonly visited: Set<string>
}

interface Toctree {
  readonly caption: string | undefined
  readonly isGlob: boolean
  readonly entries: readonly string[]
}

function follow(entry: string, tree: {isGlob: boolean; folder: string}, walk: Walk): string[] {
  const name = path.join(entry.startsWith('/') ? '.' : tree.folder, entry)
  const matching = tree.isGlob && entry.includes('*') ? filesLike(name, walk.files) : [fileOf(name, walk.files) ?? name]
  return matching.flatMap((file) => {
    if (walk.visited.has(file)) return []
    walk.visited.add(file)
    const folder = path.dirname(file)
    const trees = toctreesIn(walk.files.textOf(file) ?? '')
    const below = trees.flatMap(({entries, isGlob}) => entries.flatMap((one) => follow(one, {isGlob, folder}, walk)))
    // A reStructuredText page that only lists others is no chapter that could be lost.
    return [...(file.endsWith('.rst') && below.length > 0 ? [] : [file]), ...below]
  })
}

const fileOf = (name: string, {paths}: BookFiles) =>
  [name, `${name}.md`, `${name}.rst`, `${name}.ipynb`].find((file) => paths.has(file))

function filesLike(pattern: string, {paths}: BookFiles): string[] {
  const source = pattern.replaceAll(/[.+^${}()|[\]\\]/gu, String.raw`\$&`).replaceAll('*', '[^/]*')
  const like = new RegExp(String.raw`^${source}(?:\.(?:md|rst|ipynb))?$`, 'u')
  return [...paths].filter((file) => like.test(file) && /\.(?:md|rst|ipynb)$/u.test(file)).toSorted(byNaturalOrder)
}

function toctreesIn(text: string): Toctree[] {
  const fenced = Array.from(
    text.matchAll(/^(`{3,}|:{3,})(?:\{toctree\}|toc|\{\.toc\})[ \t]*\r?\n([\s\S]*?)^\1/gmu),
    ([, , body = '']) => body,
  )
  const indented = Array.from(
    text.matchAll(/^\.\. toctree::[ \t]*\r?\n((?:[ \t]+\S.*\r?\n?|[ \t]*\r?\n)*)/gmu),
    ([, body = '']) => body,
  )
  return [...fenced, ...indented].map((body) => {
    const lines = body
      .split(/\r?\n/u)
      .map((line) => line.trim())
      .filter(Boolean)
    const option = (name: string) =>
      lines
        .find((line) => line.startsWith(`:${name}:`))
        ?.slice(name.length + 2)
        .trim()
    const entries = lines.filter((line) => !/^(?::[\w-]+:|---|\w+:\s|\.\.)/u.test(line)).map(targetOf)
    return {
      caption: option('caption') || undefined,
      isGlob: option('glob') !== undefined,
      entries: entries.filter((entry) => entry !== 'self' && !/^[a-z]+:\/\//iu.test(entry)),
    }
  })
}

/** `Title <name>` names a file under a title of its own. */
const targetOf = (line: string) => /<([^<>]+)>$/u.exec(line)?.[1] ?? line

/** A line that is underlined. */
const rstTitle = (text: string) => /^(\S.*)\r?\n([=#*~-])\2{2,}[ \t]*$/mu.exec(text)?.[1]?.trim()
