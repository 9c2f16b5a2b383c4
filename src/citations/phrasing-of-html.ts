import type {ElementContent, RootContent} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {toString} from 'hast-util-to-string'
import type {PhrasingContent} from 'mdast'
import type {InlineRole} from '../model/mdast.ts'

/** What CSL formats with; all else is text. Titles in italics are titles, not emphasis. */
const roles: ReadonlyMap<string, InlineRole['role']> = new Map([
  ['i', 'cite'],
  ['sup', 'sup'],
  ['sub', 'sub'],
  ['b', 'strong'],
])

/** The HTML that citeproc writes, as inline content. */
export function phrasingOfHtml(html: string): PhrasingContent[] {
  return trim(fromHtml(html, {fragment: true}).children.flatMap((node) => toPhrasing(node)))
}

export const textOfHtml = (html: string): string => toString(fromHtml(html, {fragment: true}))

function toPhrasing(node: RootContent | ElementContent): PhrasingContent[] {
  if (node.type === 'text') return [{type: 'text', value: node.value.replaceAll(/\s+/gu, ' ')}]
  if (node.type !== 'element') return []
  const children = node.children.flatMap((child) => toPhrasing(child))
  const role = roles.get(node.tagName)
  return role ? [{type: 'inlineRole', role, children}] : children
}

function trim(nodes: PhrasingContent[]): PhrasingContent[] {
  const [first] = nodes
  if (first?.type === 'text') first.value = first.value.trimStart()
  const last = nodes.at(-1)
  if (last?.type === 'text') last.value = last.value.trimEnd()
  return nodes.filter((node) => node.type !== 'text' || node.value !== '')
}
