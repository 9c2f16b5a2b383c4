import type {Blockquote, Paragraph, Root} from 'mdast'
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
  const paragraph = node.children[0]
  const text = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined
  if (paragraph?.type !== 'paragraph' || text?.type !== 'text') return undefined
  const {kind = '', title = ''} = marker.exec(text.value)?.groups ?? {}
  const name = calloutKinds.find((known) => known === kind.toLowerCase())
  if (!name) return undefined
  text.value = text.value.replace(marker, '')
  if (!text.value) paragraph.children.shift()
  // A hard or soft break right after the marker belongs to the marker.
  if (paragraph.children[0]?.type === 'break') paragraph.children.shift()
  const rest = paragraph.children.length > 0 ? node.children : node.children.slice(1)
  const label: Paragraph[] = title
    ? [{type: 'paragraph', data: {directiveLabel: true}, children: [{type: 'text', value: title.trim()}]}]
    : []
  const position = node.position ? {position: node.position} : {}
  return {type: 'containerDirective', name, attributes: {}, children: [...label, ...rest], ...position}
}
