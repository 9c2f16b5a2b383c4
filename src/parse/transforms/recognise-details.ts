import {fromHtml} from 'hast-util-from-html'
import {toString} from 'hast-util-to-string'
import type {Html, Parents, Root, RootContent} from 'mdast'
import {visit} from 'unist-util-visit'
import type {Container} from '../../model/mdast.ts'

const opening = /^<details\b[^>]*>(?:\s*<summary\b[^>]*>[\s\S]*?<\/summary\s*>)?\s*$/iu
const closing = /^<\/details\s*>$/iu

/** `<details>` … `</details>` round Markdown, as GitHub shows it, becomes `:::details`. */
export function recogniseDetails(tree: Root): void {
  visit(tree, (node) => {
    // In a line of text or a cell its parts are lines.
    const isLine = ['heading', 'paragraph', 'tableCell'].includes(node.type)
    if (!isLine && 'children' in node && node.children.some((child) => child.type === 'html')) pairDetails(node)
  })
}

interface Level {
  /** The tag that opened it; none for the parent itself. */
  readonly opened?: Html
  readonly children: RootContent[]
}

function pairDetails(parent: Parents): void {
  const root: Level = {children: []}
  const stack = [root]
  for (const child of parent.children as RootContent[]) {
    const level = stack.at(-1) ?? root
    if (isTag(child, opening)) stack.push({opened: child, children: []})
    else if (isTag(child, closing) && level.opened) {
      stack.pop()
      stack.at(-1)?.children.push(toContainer(level.opened, level.children))
    } else level.children.push(child)
  }
  // What is never closed stays as it was: raw HTML, and what follows it.
  const open = stack.slice(1).flatMap(({children, opened}) => (opened ? [opened, ...children] : []))
  parent.children = [...root.children, ...open] as never
}

const isTag = (node: RootContent, pattern: RegExp): node is Html => node.type === 'html' && pattern.test(node.value)

function toContainer(opened: Html, children: RootContent[]): Container {
  const title = toString(fromHtml(opened.value, {fragment: true})).trim()
  const place = opened.position ? {position: opened.position} : {}
  const label: RootContent[] = title
    ? [{type: 'paragraph', data: {directiveLabel: true}, children: [{type: 'text', value: title}], ...place}]
    : []
  return {
    type: 'containerDirective',
    name: 'details',
    attributes: {},
    children: [...label, ...children] as never,
    ...place,
  }
}
