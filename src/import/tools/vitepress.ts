import path from 'node:path/posix'
import {findNamed} from '../markdown-files.ts'
import type {OutlinePart, Tool} from '../outline.ts'
import {blankComments, placesOf, readConstant, readLiteral} from '../read-literals.ts'
import {listOf, recordOf, textIn} from '../values.ts'

/**
 * `.vitepress/config.*` and `.vuepress/config.*`, read as data: the sidebar that names the most pages; its groups are parts.
 * https://vitepress.dev/reference/default-theme-sidebar
 */
export const vitepress: Tool = {
  name: 'vitepress',
  read(files) {
    const found = findNamed(files, /(?:^|\/)\.(?:vite|vue)press\/(?:[^/]+\/)*[^/]+\.(?:[cm]?[jt]s)$/u)
    const configs = found.filter((file) => !/\/(?:theme|cache|dist)\//u.test(file))
    const [first] = configs
    if (first === undefined) return undefined
    const source = blankComments(files.textOf(first) ?? '')
    const [site = ''] = first.split(/\/?\.(?:vite|vue)press\//u)
    const [inner] = placesOf(source, 'srcDir').map((place) => textIn(readLiteral(source, place)))
    const base = path.join(site, inner ?? '')
    const sidebars = configs.flatMap((file) => {
      const text = blankComments(files.textOf(file) ?? '')
      const literals = placesOf(text, 'sidebar').map((place) => readLiteral(text, place))
      return [readConstant(text, 'sidebar'), ...literals].map((sidebar) => partsOf(sidebar, base))
    })
    const size = (parts: readonly OutlinePart[]) => parts.reduce((sum, {chapters}) => sum + chapters.length, 0)
    const [parts = []] = sidebars.toSorted((a, b) => size(b) - size(a))
    const titles = placesOf(source, 'title').map((place) => textIn(readLiteral(source, place)))
    const problems = size(parts) > 0 ? [] : [{kind: 'computed', path: first} as const]
    return {title: titles[0], parts, problems}
  },
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
