import type {PhrasingContent} from 'mdast'
import type {Course} from './course.ts'
import {formulaText} from './formula-text.ts'

type References = Course['references']

/**
 * A heading as text, for places that hold nothing else: a space for a break, a formula by its signs, a reference by its label,
 * without the marks of notes and the pictures in it. One of pictures alone is what they are said to show.
 */
export function plainTitle(nodes: readonly PhrasingContent[], references?: References): string {
  return wordsOf(nodes, references) || wordsOf(nodes.map(alternativeOf), references)
}

const wordsOf = (nodes: readonly PhrasingContent[], references: References | undefined) =>
  nodes
    .map((node): string => textOf(node, references))
    .join('')
    .replaceAll(/\s+/gu, ' ')
    .trim()

/** What a picture is said to show, in place of it. */
function alternativeOf(node: PhrasingContent): PhrasingContent {
  if (node.type === 'image') return {type: 'text', value: node.data?.attributes?.values['alt'] ?? node.alt ?? ''}
  return 'children' in node ? {...node, children: node.children.map(alternativeOf) as never} : node
}

function textOf(node: PhrasingContent, references: References | undefined): string {
  switch (node.type) {
    case 'break':
      return ' '
    case 'inlineMath':
      return formulaText(node.value)
    case 'footnoteReference':
    case 'image':
      return ''
    case 'crossReference':
      return node.shown ?? (references?.get(node.target)?.label || `@${node.target}`)
    default:
      if ('children' in node) return node.children.map((child) => textOf(child, references)).join('')
      return 'value' in node ? node.value : ''
  }
}

/** Whether a heading says something that its text alone does not. */
export const isPlain = (nodes: readonly PhrasingContent[]): boolean =>
  nodes.every((node) =>
    'children' in node ? isPlain(node.children) : node.type === 'text' || node.type === 'inlineCode',
  )

/**
 * A heading as a list of contents shows it, where all of it is a link: links in it are their words, references their labels,
 * and marks of notes, ids and pictures stay with the heading. One of pictures alone is what they are said to show.
 */
export function listedTitle(nodes: readonly PhrasingContent[], references: References): PhrasingContent[] {
  return listed(wordsOf(nodes, references) ? nodes : nodes.map(alternativeOf), references)
}

const staysBehind: ReadonlySet<string> = new Set(['footnoteReference', 'image'])
const isLink = (node: PhrasingContent) =>
  node.type === 'link' ||
  node.type === 'citation' ||
  (node.type === 'inlineRole' && (node.role === 'index' || node.role === 'term'))

function listed(nodes: readonly PhrasingContent[], references: References): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (staysBehind.has(node.type)) return []
    if (node.type === 'break' || node.type === 'crossReference')
      return [{type: 'text', value: textOf(node, references)}]
    if (!('children' in node)) return [node]
    const children = listed(node.children, references)
    if (isLink(node)) return children
    const {attributes, ...data} = node.data ?? {}
    const kept = attributes ? {data: {...data, attributes: {...attributes, id: ''}}} : {}
    return [{...node, ...kept, children}]
  })
}
