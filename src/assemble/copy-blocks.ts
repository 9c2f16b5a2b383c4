import type {FootnoteReference} from 'mdast'
import type {Node} from 'unist'
import type {Block} from '../model/block.ts'
import type {Audience} from '../model/output.ts'

export interface Copying {
  /** What the ids of the copies end in. */
  readonly suffix: string
  /** What a footnote is called in the copies. */
  readonly nameOf: (identifier: string) => string
  /** Who sees the copy of what these see. */
  readonly audienceOf: (audience: Audience) => Audience
}

/**
 * Copies of blocks and of all inside them, under ids of their own and for other readers. Their text is the same nodes: what links,
 * images and citations lead to is found out once, for both.
 */
export const copyBlocks = (blocks: readonly Block[], copying: Copying): Block[] =>
  blocks.map((block) => copy(block, copying))

function copy<Type>(value: Type, copying: Copying): Type {
  if (Array.isArray(value)) return value.map((one) => copy(one as unknown, copying)) as Type
  if (typeof value !== 'object' || value === null) return value
  if (isBlock(value)) {
    const {audience, id} = value
    return {
      ...copyEntries(value, copying),
      id: `${id}${copying.suffix}`,
      audience: copying.audienceOf(audience),
    } as Type
  }
  return isNode(value) ? withNoteNames(value, copying.nameOf) : (copyEntries(value, copying) as Type)
}

const copyEntries = (value: object, copying: Copying): object =>
  Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copy(inner as unknown, copying)]))

/** The node itself, but for references to footnotes and what they stand in. */
export function withNoteNames<Type extends Node>(node: Type, nameOf: Copying['nameOf']): Type {
  if (isReference(node)) return {...node, identifier: nameOf(node.identifier)}
  if (!isParent(node)) return node
  const children = node.children.map((child) => withNoteNames(child, nameOf))
  return children.every((child, index) => child === node.children[index]) ? node : {...node, children}
}

const isBlock = (value: object): value is Block => 'audience' in value && 'id' in value
const isNode = (value: object): value is Node => 'type' in value
const isReference = (node: Node): node is FootnoteReference => node.type === 'footnoteReference'
const isParent = (node: Node): node is Node & {readonly children: readonly Node[]} => 'children' in node
