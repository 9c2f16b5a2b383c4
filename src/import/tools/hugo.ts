import path from 'node:path/posix'
import {findNamed, markdownIn} from '../markdown-files.ts'
import {byNaturalOrder} from '../natural-order.ts'
import type {BookFiles, Tool} from '../outline.ts'
import {frontMatterOf, readForeignYaml} from '../read-foreign-yaml.ts'
import {readTomlStrings} from '../read-toml-strings.ts'
import {recordOf, textIn} from '../values.ts'

/**
 * Hugo: pages and sections of content/ by the `weight` in their front matter, those without one last, then by name; a section has
 * that of its `_index.md`. https://gohugo.io/content-management/front-matter/#weight
 */
export const hugo: Tool = {
  name: 'hugo',
  read(files) {
    const contentOf = (file: string) => path.join(path.dirname(file), 'content')
    const named = findNamed(files, /(?:^|\/)(?:hugo|config)\.(?:toml|ya?ml|json)$/u)
    const location = named.find((file) => markdownIn(files, contentOf(file)).length > 0)
    if (location === undefined) return undefined
    const folder = languageFolder(files, contentOf(location))
    const pages = markdownIn(files, folder)
    return {...readHead(files, location), parts: [{chapters: pages.toSorted(compareBy(files, folder))}]}
  },
}

function readHead(files: BookFiles, location: string) {
  if (location.endsWith('.toml')) {
    const text = files.textOf(location) ?? ''
    const {languageCode, title} = readTomlStrings(text, '')
    return {title: textIn(title), language: textIn(languageCode)}
  }
  const {problems, value} = readForeignYaml(files, location)
  const {languageCode, title} = recordOf(value)
  return {title: textIn(title), language: textIn(languageCode), problems}
}

/** content/ may hold a folder for each language: the first of those with the most pages. */
function languageFolder(files: BookFiles, content: string): string {
  const pages = markdownIn(files, content)
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
