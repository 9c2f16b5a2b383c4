import {toString} from 'hast-util-to-string'
import type {Html, Parents, Root, RootContent} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {limits} from '../../diagnostics/limits.ts'
import type {Container} from '../../model/mdast.ts'
import {htmlFragment} from '../html-fragment.ts'
import {reportTooDeep} from '../nesting.ts'

const {most} = limits.containers

const opening = /^<details\b[^>]*>(?:\s*<summary\b[^>]*>[\s\S]*?<\/summary\s*>)?\s*$/iu
const closing = /^<\/details\s*>$/iu

/** `<details>` … `</details>` round Markdown, as GitHub shows it, becomes `:::details`. */
export function recogniseDetails(tree: Root, file: VFile): void {
  visit(tree, (node) => {
    // In a line of text or a cell its parts are lines.
    const isLine = ['heading', 'paragraph', 'tableCell'].includes(node.type)
    if (!isLine && 'children' in node && node.children.some((child) => child.type === 'html')) pairDetails(node, file)
  })
}

interface Level {
  /** The tag that opened it; none for the parent itself. */
  readonly opened?: Html
  readonly children: RootContent[]
}

function pairDetails(parent: Parents, file: VFile): void {
  const root: Level = {children: []}
  const stack = [root]
  let beyond = 0
  for (const child of parent.children as RootContent[]) {
    const level = stack.at(-1) ?? root
    const isOpening = isTag(child, opening)
    if (isOpening && stack.length > most) {
      // Tags that say nothing; their words go on in the deepest that is kept.
      if (beyond++ === 0) reportTooDeep(file, child, most)
      level.children.push(child)
    } else if (beyond > 0 && isTag(child, closing)) beyond--
    else if (isOpening) stack.push({opened: child, children: []})
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
  const title = toString(htmlFragment(opened.value)).trim()
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
