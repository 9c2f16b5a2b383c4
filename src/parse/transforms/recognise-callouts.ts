import type {Blockquote, Paragraph, PhrasingContent, Root} from 'mdast'
import {visit} from 'unist-util-visit'
import {calloutKinds} from '../../model/block.ts'
import type {Container} from '../../model/mdast.ts'

const marker = /^\[!(?<kind>[A-Za-z]+)\][^\S\n]*(?<title>[^\n]*)(?:\n|$)/u

/** GitHub's alerts (`> [!NOTE]`), with a title after the marker if there is one, become callout directives. */
export function recogniseCallouts(tree: Root): void {
  visit(tree, 'blockquote', (node, index, parent) => {
    const callout = readCallout(node)
    if (callout && parent && index !== undefined) parent.children[index] = callout
  })
}

function readCallout(node: Blockquote): Container | undefined {
  const [paragraph, ...others] = node.children
  if (paragraph?.type !== 'paragraph') return undefined
  const opening = readMarker(paragraph)
  if (!opening) return undefined
  const rest = opening.children.length > 0 ? [{...paragraph, children: opening.children}, ...others] : others
  const label: Paragraph[] = opening.title
    ? [{type: 'paragraph', data: {directiveLabel: true}, children: [{type: 'text', value: opening.title}]}]
    : []
  const position = node.position ? {position: node.position} : {}
  return {type: 'containerDirective', name: opening.name, attributes: {}, children: [...label, ...rest], ...position}
}

/** The kind and title that the first line of an alert gives, and what is left of its paragraph. */
function readMarker({children}: Paragraph): {name: string; title: string; children: PhrasingContent[]} | undefined {
  const [text, ...others] = children
  if (text?.type !== 'text') return undefined
  const match = marker.exec(text.value)
  const name = calloutKinds.find((known) => known === match?.groups?.['kind']?.toLowerCase())
  if (!match || !name) return undefined
  const value = text.value.slice(match[0].length)
  // A hard or soft break right after the marker belongs to the marker.
  const rest = !value && others[0]?.type === 'break' ? others.slice(1) : others
  return {name, title: (match.groups?.['title'] ?? '').trim(), children: value ? [{...text, value}, ...rest] : rest}
}
