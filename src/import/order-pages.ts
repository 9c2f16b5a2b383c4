import path from 'node:path/posix'
import {headingOf} from './markdown-files.ts'
import {byNaturalOrder} from './natural-order.ts'
import type {BookFiles} from './outline.ts'
import {frontMatterOf} from './read-foreign-yaml.ts'
import {textIn} from './values.ts'

/** Pages of a site: each after the page that is its `parent`, by a number in front matter, else by where the index links to it, else by name. */
export function orderPages(pages: readonly string[], files: BookFiles): string[] {
  const index = [...files.paths].find((file) => /^index\.(?:md|markdown|html)$/u.test(file))
  const links = index === undefined ? [] : linksIn(files.textOf(index) ?? '')
  const byTitle = new Map(pages.toReversed().map((file) => [headingOf(files, file) ?? file, file]))
  const described = new Map(
    pages.map((file) => {
      const matter = frontMatterOf(files, file)
      const number = Number(matter['order'] ?? matter['nav_order'] ?? matter['weight'])
      const linked = links.indexOf(servedAt(textIn(matter['permalink']) ?? file))
      const rank = file === index ? -Infinity : Number.isNaN(number) ? rankOfLink(linked) : number
      return [file, {rank, parent: byTitle.get(textIn(matter['parent']) ?? '')}] as const
    }),
  )
  /** From the outermost page to the page itself. */
  const chainOf = (file: string, below: readonly string[] = []): string[] => {
    const parent = described.get(file)?.parent
    const chain = [file, ...below]
    return parent === undefined || chain.includes(parent) ? chain : chainOf(parent, chain)
  }
  const chains = new Map(pages.map((file) => [file, chainOf(file)]))
  return pages.toSorted((a, b) => {
    const [left, right] = [chains.get(a) ?? [], chains.get(b) ?? []]
    const at = left.findIndex((file, depth) => file !== right[depth])
    const [one, other] = [left[at], right[at]]
    if (one === undefined || other === undefined) return left.length - right.length
    const [first = Infinity, second = Infinity] = [described.get(one)?.rank, described.get(other)?.rank]
    return first === second ? byNaturalOrder(one, other) : first - second
  })
}

/** Numbers of front matter come before links, and these before pages that have neither. */
const rankOfLink = (at: number) => (at < 0 ? Infinity : Number.MAX_SAFE_INTEGER / 2 + at)

/** Addresses that a page links to, outside of its comments, in their order. */
function linksIn(text: string): string[] {
  const found = text.replaceAll(/<!--[\s\S]*?-->/gu, '').matchAll(/\shref\s*=\s*["']([^"'#?]+)|\]\(\s*<?([^)\s>#?]+)/gu)
  return Array.from(found, ([, html, markdown]) => servedAt(html ?? markdown ?? ''))
}

/** The place of a page or an address on its site. */
const servedAt = (address: string) =>
  path
    .join('.', address.replaceAll(/\{\{[^{}]*\}\}/gu, '').replace(/\.(?:html?|md|markdown)$/u, ''))
    .replaceAll(/^\/+|\/+$/gu, '')
