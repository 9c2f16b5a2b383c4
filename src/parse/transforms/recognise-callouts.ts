import type {Blockquote, Paragraph, PhrasingContent, Root, Text} from 'mdast'
import {visit} from 'unist-util-visit'
import type {Container} from '../../model/mdast.ts'
import {findDirective} from '../directives.ts'
import {foreignContainers} from '../foreign/containers.ts'

const marker = /^\[!(?<kind>[A-Za-z][\w-]*)(?<holdsContent>:)?\](?:[^[\n\]]*\])?[+-]?[^\S\n]*/u

/**
 * Alerts of GitHub and callouts of Obsidian (`> [!NOTE]`, `> [!faq]- T`), with a title after the marker if there is one,
 * become callout directives. After `[!note:]` content follows, not a title.
 */
export function recogniseCallouts(tree: Root): void {
  visit(tree, 'blockquote', (node, index, parent) => {
    const callout = readCallout(node)
    if (!callout || !parent || index === undefined) return undefined
    parent.children[index] = callout
    // There may be more of them inside.
    return index
  })
}

function readCallout(node: Blockquote): Container | undefined {
  const [paragraph, ...others] = node.children
  if (paragraph?.type !== 'paragraph') return undefined
  const opening = readMarker(paragraph)
  if (!opening) return undefined
  const rest = opening.children.length > 0 ? [{...paragraph, children: opening.children}, ...others] : others
  const label: Paragraph[] =
    opening.title.length > 0 ? [{type: 'paragraph', data: {directiveLabel: true}, children: opening.title}] : []
  const {position} = node
  const {attributes: given, ...data} = node.data ?? {}
  return {
    type: 'containerDirective',
    name: opening.name,
    attributes: given?.id ? {id: given.id} : {},
    children: [...label, ...rest],
    data,
    ...(position ? {position} : {}),
  }
}

interface Opening {
  readonly name: string
  readonly title: PhrasingContent[]
  readonly children: PhrasingContent[]
}

/** The kind and title that the first line of an alert gives, and what is left of its paragraph. */
function readMarker({children}: Paragraph): Opening | undefined {
  const [text, ...others] = children
  const match = text?.type === 'text' ? marker.exec(text.value) : undefined
  if (text?.type !== 'text' || !match) return undefined
  const {holdsContent, kind = ''} = match.groups ?? {}
  const {name, title} = nameOf(kind)
  const after = text.value.slice(match[0].length)
  const rest: PhrasingContent[] = [{...text, value: holdsContent ? after.trimStart() : after}, ...others]
  const [first, below] = holdsContent ? [[], rest] : cutLine(rest)
  const words: PhrasingContent[] = first.length === 0 && title ? [{type: 'text', value: title}] : first
  return {name, title: words, children: below.filter((child) => child.type !== 'text' || child.value !== '')}
}

function nameOf(kind: string): {name: string; title: string} {
  const name = kind.toLowerCase()
  const foreign = foreignContainers.get(name)
  if (name !== 'example' && findDirective(name)) return {name, title: ''}
  if (foreign?.directive) return {name: foreign.directive, title: foreign.title ?? ''}
  // Obsidian takes any other word for a note.
  return {name: 'note', title: kind.charAt(0).toUpperCase() + kind.slice(1)}
}

/** What stands before the first line break, and what after it. */
function cutLine(children: readonly PhrasingContent[]): [PhrasingContent[], PhrasingContent[]] {
  const before: PhrasingContent[] = []
  for (const [index, child] of children.entries()) {
    if (child.type === 'break') return [trimmed(before), children.slice(index + 1)]
    const end = child.type === 'text' ? child.value.indexOf('\n') : -1
    if (child.type === 'text' && end >= 0) {
      const part = (value: string): Text => ({...child, value})
      return [
        trimmed([...before, part(child.value.slice(0, end))]),
        [part(child.value.slice(end + 1)), ...children.slice(index + 1)],
      ]
    }
    before.push(child)
  }
  return [trimmed(before), []]
}

function trimmed(children: readonly PhrasingContent[]): PhrasingContent[] {
  const last = children.at(-1)
  const whole = last?.type === 'text' ? [...children.slice(0, -1), {...last, value: last.value.trimEnd()}] : children
  return whole.filter((child) => child.type !== 'text' || child.value !== '')
}
