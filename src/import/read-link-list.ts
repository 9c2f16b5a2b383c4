import path from 'node:path/posix'
import type {Heading, List, Link, Nodes, Paragraph} from 'mdast'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {toString} from 'mdast-util-to-string'
import type {OutlinePart} from './outline.ts'

export interface LinkList {
  /** Links outside of the lists, before the first and after the last. */
  readonly front: readonly string[]
  readonly parts: readonly OutlinePart[]
  readonly back: readonly string[]
  /** Whether a heading is before all lists. */
  readonly isTitled: boolean
}

/** Links of a Markdown file that is a table of contents, relative to `base`; items that are no links and headings begin parts. */
export function readLinkList(text: string, base: string): LinkList {
  const {children} = fromMarkdown(text)
  const firstList = children.findIndex(({type}) => type === 'list')
  const lastList = children.findLastIndex(({type}) => type === 'list')
  const isLink = (node: Nodes): node is Paragraph => node.type === 'paragraph'
  const outside = (from: number, to: number) =>
    children
      .slice(from, to)
      .filter(isLink)
      .flatMap((node) => linksIn(node, base))
  if (firstList < 0) return {front: [], parts: [{chapters: outside(0, children.length)}], back: [], isTitled: false}
  const inside = children.slice(0, lastList + 1).filter((node) => node.type === 'heading' || node.type === 'list')
  return {
    front: outside(0, firstList),
    parts: inside.reduce<OutlinePart[]>((parts, node) => addTo(parts, node, base), []),
    back: outside(lastList + 1, children.length),
    isTitled: children.slice(0, firstList).filter(({type}) => type === 'heading').length === 1,
  }
}

function addTo(parts: readonly OutlinePart[], node: Heading | List, base: string): OutlinePart[] {
  if (node.type === 'heading') return [...parts, {title: toString(node), chapters: []}]
  const last = parts.at(-1) ?? {chapters: []}
  let current: OutlinePart = last
  const own: OutlinePart[] = []
  for (const item of node.children) {
    const chapters = linksIn(item, base)
    const [head] = item.children
    const isPlain = head?.type === 'paragraph' && linksIn(head, base).length === 0
    if (isPlain && chapters.length > 0) {
      own.push(current)
      current = {title: toString(head), chapters}
    } else current = {...current, chapters: [...current.chapters, ...chapters]}
  }
  return [...parts.slice(0, -1), ...own, current].filter(({chapters, title}) => chapters.length > 0 || title)
}

function linksIn(node: Nodes, base: string): string[] {
  if (node.type === 'link') return isLocal(node) ? [pathOf(node.url, base)] : []
  return 'children' in node ? node.children.flatMap((child) => linksIn(child, base)) : []
}

/** A link to a file; an empty one is a chapter that is not written yet. */
const isLocal = ({url}: Link) => url !== '' && !/^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/iu.test(url)

/** What begins with `/` is below the folder of the list. */
const pathOf = (url: string, base: string) => path.join(base, url)
