import path from 'node:path/posix'
import {chaptersIn, findNamed} from '../markdown-files.ts'
import {byNaturalOrder} from '../natural-order.ts'
import type {BookFiles, OutlineProblem, Tool} from '../outline.ts'
import {frontMatterOf, readForeignYaml} from '../read-foreign-yaml.ts'
import {readTomlStrings} from '../read-toml-strings.ts'
import {recordOf, textIn} from '../values.ts'

/**
 * Hugo: pages and sections of content/, or of `contentDir`, by the `weight` in their front matter, those without one last, then by
 * name; a section has that of its `_index.md`. Of a folder for each language, the one with the most pages.
 * https://gohugo.io/content-management/front-matter/#weight, https://gohugo.io/configuration/languages/
 */
export const hugo: Tool = {
  name: 'hugo',
  read(files) {
    const named = findNamed(files, /(?:^|\/)(?:hugo|config)\.(?:toml|ya?ml|json)$/u)
    const sites = named.map((location) => readSite(files, location))
    const site = sites.find(({content}) => chaptersIn(files, content).length > 0)
    if (!site) return undefined
    const {content, ...head} = site
    return {...head, parts: [{chapters: chaptersIn(files, content).toSorted(compareBy(files, content))}]}
  },
}

interface Site {
  readonly title: string | undefined
  readonly language: string | undefined
  readonly problems: readonly OutlineProblem[]
  /** The folder of its pages. */
  readonly content: string
}

function readSite(files: BookFiles, location: string): Site {
  const {languages, problems, ...head} = readConfig(files, location)
  // Settings may be in a folder of their own.
  const base = path.dirname(location).replace(/(?:^|\/)config\/_default$/u, '') || '.'
  const size = ([, folder]: Folder) => chaptersIn(files, folder).length
  const [fullest] = Object.entries(languages)
    .flatMap(([language, own]): Folder[] => {
      const folder = textIn(recordOf(own)['contentDir'])
      return folder === undefined ? [] : [[language, path.join(base, folder)]]
    })
    .toSorted((a, b) => size(b) - size(a))
  const [language, content] = fullest ?? [
    textIn(head.languageCode),
    languageFolder(files, path.join(base, textIn(head.contentDir) ?? 'content')),
  ]
  return {title: textIn(head.title), language, problems, content}
}

/** A language and the folder of its pages. */
type Folder = readonly [language: string, folder: string]

function readConfig(files: BookFiles, location: string) {
  if (!location.endsWith('.toml')) {
    const {problems, value} = readForeignYaml(files, location)
    const {contentDir, languageCode, languages, title} = recordOf(value)
    return {contentDir, languageCode, languages: recordOf(languages), title, problems}
  }
  const text = files.textOf(location) ?? ''
  const {contentDir, languageCode, title} = readTomlStrings(text, '')
  const tables = Array.from(text.matchAll(/^\s*\[languages\.([\w-]+)\]/gmu), ([, name = '']) => name)
  const languages = Object.fromEntries(tables.map((name) => [name, readTomlStrings(text, `languages.${name}`)]))
  return {contentDir, languageCode, languages, title, problems: []}
}

/** content/ may hold a folder for each language: the first of those with the most pages. */
function languageFolder(files: BookFiles, content: string): string {
  const pages = chaptersIn(files, content)
  const folders = Map.groupBy(pages, (file) => path.relative(content, file).split('/')[0] ?? '')
  const isLanguage = (name: string) => /^[a-z]{2}(?:-[a-z]{2,4})?$/iu.test(name)
  const languages = [...folders].filter(([name]) => isLanguage(name))
  if (languages.length === 0 || languages.length < folders.size) return content
  const [largest] = languages.toSorted(([, a], [, b]) => b.length - a.length)
  return path.join(content, largest?.[0] ?? '')
}

function compareBy(files: BookFiles, root: string) {
  const weights = new Map<string, number>()
  /** Weight of a page or a section; 0 means none. */
  const weightOf = (entry: string): number => {
    const known = weights.get(entry)
    if (known !== undefined) return known
    const page = entry.endsWith('.md') ? entry : path.join(entry, '_index.md')
    const weight = Number(frontMatterOf(files, page)['weight'] ?? tomlWeight(files, page)) || Infinity
    weights.set(entry, weight)
    return weight
  }
  return (a: string, b: string): number => {
    const [left, right] = [path.relative(root, a).split('/'), path.relative(root, b).split('/')]
    const at = left.findIndex((name, index) => name !== right[index])
    if (at < 0) return left.length - right.length
    const entries = [left, right].map((parts) => path.join(root, ...parts.slice(0, at + 1)))
    const [one = '', other = ''] = entries
    const isIndex = (entry: string) => /\/_?index\.md$/u.test(entry)
    if (isIndex(one) !== isIndex(other)) return isIndex(one) ? -1 : 1
    const [first, second] = [weightOf(one), weightOf(other)]
    return first === second ? byNaturalOrder(a, b) : first - second
  }
}

/** Front matter may be TOML between `+++`. */
const tomlWeight = (files: BookFiles, page: string) =>
  /^\+\+\+\r?\n(?:.*\r?\n)*?weight\s*=\s*(\d+)/u.exec(files.textOf(page) ?? '')?.[1]
