import path from 'node:path/posix'
import {chaptersIn} from '../markdown-files.ts'
import {byNaturalOrder} from '../natural-order.ts'
import {orderPages} from '../order-pages.ts'
import type {BookFiles, Tool, Variables} from '../outline.ts'
import {frontMatterOf, readForeignYaml} from '../read-foreign-yaml.ts'
import {listOf, namesIn, recordOf, textIn} from '../values.ts'

/**
 * `_config.yml` of Jekyll: collections, each a folder with `_` before its name, in their `order`, else by `order`, `nav_order` or
 * `weight` in front matter, else by name; posts without collections; pages without posts.
 * https://jekyllrb.com/docs/collections/, https://jekyllrb.com/docs/pages/
 */
export const jekyll: Tool = {
  name: 'jekyll',
  read(files) {
    const location = '_config.yml'
    if (!files.paths.has(location)) return undefined
    const {problems, value} = readForeignYaml(files, location)
    const config = recordOf(value)
    const base = textIn(config['collections_dir']) ?? '.'
    const named = Array.isArray(config['collections'])
      ? Object.fromEntries(config['collections'].map((name) => [String(name), {}]))
      : recordOf(config['collections'])
    const collections = Object.entries({...named, ...('posts' in named ? {} : {posts: {}})})
    const parts = collections.map(([name, settings]) => ({
      chapters: inOrder(files, path.join(base, `_${name}`), listOf(recordOf(settings)['order'])),
    }))
    const {author, lang, title} = config
    const own = parts.some(({chapters}) => chapters.length > 0) ? parts : [{chapters: pagesOf(config, files)}]
    return {
      title: textIn(title),
      authors: namesIn(author),
      language: textIn(lang),
      parts: own,
      variables: siteVariables(config),
      problems,
    }
  },
}

/** `site.key` of what `_config.yml` says in one word or text. In a course, addresses have no base. */
function siteVariables(config: Readonly<Record<string, unknown>>): Variables {
  const all = Object.entries(config).flatMap(([key, value]) => {
    const text = textIn(value)
    return text === undefined ? [] : [[`site.${key}`, text] as const]
  })
  return {...Object.fromEntries(all), 'site.baseurl': ''}
}

/** Pages of a site that has neither collections nor posts: files with front matter, where any has, and none that is excluded. */
function pagesOf(config: Readonly<Record<string, unknown>>, files: BookFiles): string[] {
  const excluded = listOf(config['exclude']).flatMap((one) => textIn(one)?.replace(/\/$/u, '') ?? [])
  const isExcluded = (file: string) => excluded.some((one) => file === one || file.startsWith(`${one}/`))
  const isInside = (file: string) => file.split('/').some((name) => name.startsWith('_'))
  const pages = chaptersIn(files, '').filter((file) => !isExcluded(file) && !isInside(file))
  const processed = pages.filter((file) => /^---[ \t]*\r?\n/u.test(files.textOf(file) ?? ''))
  return orderPages(processed.length > 0 ? processed : pages, files)
}

function inOrder(files: BookFiles, folder: string, order: readonly unknown[]): string[] {
  const listed = order.map((name) => path.join(folder, String(name)))
  const place = (file: string) => {
    const at = listed.indexOf(file)
    if (at >= 0) return at
    const {nav_order: navigation, order: own, weight} = frontMatterOf(files, file)
    const number = Number(own ?? navigation ?? weight)
    return listed.length + (Number.isNaN(number) ? Infinity : number)
  }
  const ranked = chaptersIn(files, folder).map((file) => ({file, rank: place(file)}))
  const compare = (a: (typeof ranked)[number], b: (typeof ranked)[number]) =>
    a.rank === b.rank ? byNaturalOrder(a.file, b.file) : a.rank - b.rank
  return ranked.toSorted(compare).map(({file}) => file)
}
