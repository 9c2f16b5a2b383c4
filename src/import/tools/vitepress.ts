import path from 'node:path/posix'
import {findNamed} from '../markdown-files.ts'
import type {OutlinePart, Tool} from '../outline.ts'
import {placesOf, readConstant, readDefault, readLiteral} from '../read-literals.ts'
import {openModule} from '../source-module.ts'
import {listOf, recordOf, textIn} from '../values.ts'

/**
 * `.vitepress/config.*` and `.vuepress/config.*`, read as data: the sidebar that names the most pages; its groups are parts.
 * https://vitepress.dev/reference/default-theme-sidebar
 */
export const vitepress: Tool = {
  name: 'vitepress',
  read(files) {
    const found = findNamed(files, /(?:^|\/)\.(?:vite|vue)press\/(?:[^/]+\/)*[^/]+\.(?:[cm]?[jt]s)$/u)
    const configs = found
      .filter((file) => !/\/(?:theme|cache|dist|node_modules)\//u.test(file))
      .toSorted((a, b) => Number(isMain(b)) - Number(isMain(a)))
    const [first] = configs
    if (first === undefined) return undefined
    const modules = configs.map((file) => openModule(files, file))
    const valuesOf = (name: string) =>
      modules.flatMap((module) => placesOf(module.source, name).map((place) => readLiteral(module, place)))
    const [site = ''] = first.split(/\/?\.(?:vite|vue)press\//u)
    const base = path.join(site, textsOf(valuesOf('srcDir'))[0] ?? '')
    const named = [...modules.map((module) => readConstant(module, 'sidebar')), ...valuesOf('sidebar')]
    // What configurations import from elsewhere is found in the whole of them.
    const inside = modules.filter(({path: file}) => isMain(file)).flatMap((module) => sidebarsIn(readDefault(module)))
    const sidebars = [...named, ...inside].map((sidebar) => partsOf(sidebar, base))
    const size = (parts: readonly OutlinePart[]) => parts.reduce((sum, {chapters}) => sum + chapters.length, 0)
    const [parts = []] = sidebars.toSorted((a, b) => size(b) - size(a))
    const problems = size(parts) > 0 ? [] : [{kind: 'computed', path: first} as const]
    return {title: textsOf(valuesOf('title'))[0], parts, problems}
  },
}

/** The file that the tool reads: `config.*`, or `index.*` of a folder of that name. */
const isMain = (file: string) => /\/?\.(?:vite|vue)press\/config(?:\/index)?\.\w+$/u.test(file)

const textsOf = (values: readonly unknown[]) => values.flatMap((value) => textIn(value) ?? [])

/** Sidebars of a configuration and its languages. */
function sidebarsIn(config: unknown): unknown[] {
  const {locales} = recordOf(config)
  return [config, ...Object.values(recordOf(locales))].flatMap((one) => {
    const {sidebar, themeConfig} = recordOf(one)
    return [sidebar, recordOf(themeConfig)['sidebar']].filter((value) => value !== undefined)
  })
}

/** One sidebar, or one for each folder of the site. */
function partsOf(sidebar: unknown, base: string): OutlinePart[] {
  if (Array.isArray(sidebar)) return sidebar.map((item) => partOf(item, base))
  const {items} = recordOf(sidebar)
  if (Array.isArray(items)) return partsOf(items, path.join(base, textIn(recordOf(sidebar)['base']) ?? ''))
  return Object.entries(recordOf(sidebar)).flatMap(([prefix, inner]) =>
    // VuePress names pages relative to the folder; VitePress from the root.
    partsOf(inner, base).map((part) => ({
      ...part,
      chapters: part.chapters.map((page) => (page.startsWith('./') ? path.join(base, prefix, page) : page)),
    })),
  )
}

function partOf(item: unknown, base: string): OutlinePart {
  const {children, items, text, title} = recordOf(item)
  const name = items === undefined && children === undefined ? undefined : (textIn(text) ?? textIn(title))
  return {...(name === undefined ? {} : {title: name}), chapters: pagesOf(item, base)}
}

function pagesOf(item: unknown, base: string): string[] {
  const {base: inner, children, items, link, path: page} = recordOf(item)
  const below = textIn(inner)
  const own = textIn(item) ?? textIn(Array.isArray(item) ? item[0] : undefined) ?? textIn(link) ?? textIn(page)
  const folder = below === undefined ? base : path.join(base, below)
  return [
    ...(own === undefined || /^(?:[a-z]+:|#)/iu.test(own) ? [] : [pageAt(own, folder)]),
    ...[...listOf(items), ...listOf(children)].flatMap((one) => pagesOf(one, folder)),
  ]
}

/** What begins without `/` is relative to a folder that only the sidebar's key names. */
const pageAt = (link: string, base: string) =>
  link.startsWith('/') || base.endsWith('/') ? path.join(base, link) : `./${link}`
