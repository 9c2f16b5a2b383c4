import type {Element} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import type {Html, Parents, PhrasingContent} from 'mdast'
import type {InlineRole} from '../../model/mdast.ts'
import {imageOfHtml} from './image-of-html.ts'

const roles: Readonly<Record<string, InlineRole['role']>> = {
  kbd: 'kbd',
  mark: 'mark',
  rt: 'rt',
  ruby: 'ruby',
  small: 'small',
  sub: 'sub',
  sup: 'sup',
  u: 'u',
}

interface Open {
  readonly tagName: string
  readonly children: PhrasingContent[]
}

/**
 * Pairs `<sub>` … `</sub>` in a paragraph into nodes, turns `<br>` and `<img>` into theirs, and drops tags that only
 * style; what stands between tags always stays.
 */
export function joinInlineHtml(parent: Parents): void {
  if (!parent.children.some((child) => child.type === 'html')) return
  const stack: Open[] = [{tagName: '', children: []}]
  for (const child of parent.children as PhrasingContent[]) {
    if (child.type === 'html') readTag(child, stack)
    else stack.at(-1)?.children.push(child)
  }
  while (stack.length > 1) close(stack)
  parent.children = (stack[0]?.children ?? []) as never
}

function readTag(node: Html, stack: Open[]): void {
  const closing = closingName(node)
  if (closing) {
    if (stack.at(-1)?.tagName === closing) close(stack)
    return
  }
  const element = openingElement(node)
  if (!element) return
  if (element.tagName === 'br') stack.at(-1)?.children.push({type: 'break'})
  else if (element.tagName === 'img') stack.at(-1)?.children.push(imageOfHtml(element, node))
  else if (roles[element.tagName] || element.tagName === 'rp') stack.push({tagName: element.tagName, children: []})
}

function closingName(node: Html): string | undefined {
  return /^<\/(?<name>[a-z][a-z0-9]*)/iu.exec(node.value)?.groups?.['name']?.toLowerCase()
}

function openingElement(node: Html): Element | undefined {
  const {children} = fromHtml(node.value, {fragment: true})
  return children.find((child): child is Element => child.type === 'element')
}

function close(stack: Open[]): void {
  const {children = [], tagName = ''} = stack.pop() ?? {}
  const role = roles[tagName]
  // Parentheses for readers without ruby: all of ours have it, and EPUBCheck dislikes them.
  if (tagName === 'rp') return
  if (role) stack.at(-1)?.children.push({type: 'inlineRole', role, children})
  else stack.at(-1)?.children.push(...children)
}
