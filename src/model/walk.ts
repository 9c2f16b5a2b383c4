import type {PhrasingContent} from 'mdast'
import type {Block} from './block.ts'
import type {Section} from './course.ts'
import type {Audience} from './output.ts'

/** The blocks directly inside a block. */
export function innerBlocks(block: Block): readonly Block[] {
  if ('blocks' in block) return block.blocks
  if (block.type === 'list') return block.items.flatMap((item) => item.blocks)
  if (block.type === 'definitionList') return block.entries.flatMap((entry) => entry.descriptions.flat())
  if (block.type === 'columns') return block.columns.flatMap((column) => column.blocks)
  return []
}

/** The inline content a block holds itself, in reading order. */
export function ownPhrasing(block: Block): readonly PhrasingContent[] {
  switch (block.type) {
    case 'prose':
      return block.children
    case 'figure':
      return block.caption
    case 'table':
      return [...block.caption, ...block.header.flat(), ...block.rows.flat(2)]
    case 'definitionList':
      return block.entries.flatMap((entry) => entry.terms.flat())
    case 'callout':
    case 'details':
    case 'theorem':
    case 'exercise':
    case 'listing':
    case 'slide':
      return block.title
    default:
      return []
  }
}

/** A block and all blocks inside it, outermost first. */
export function* descend(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block
    yield* descend(innerBlocks(block))
  }
}

interface Outline {
  readonly audience?: Audience
  readonly blocks: readonly Block[]
  readonly sections: readonly Section[]
  readonly title?: readonly PhrasingContent[]
}

/** All blocks of a chapter or section and of the sections below, in reading order. */
export function* allBlocks(outline: Outline): Generator<Block> {
  yield* descend(outline.blocks)
  for (const section of outline.sections) yield* allBlocks(section)
}

/** Every inline node of a chapter with those who see it, where the chapter or section of a title says so. */
export function* phrasingOf(outline: Outline): Generator<{audience: Audience | undefined; node: PhrasingContent}> {
  const {audience} = outline
  for (const node of descendPhrasing(outline.title ?? [])) yield {audience, node}
  for (const block of descend(outline.blocks)) {
    for (const node of descendPhrasing(ownPhrasing(block))) yield {audience: block.audience, node}
  }
  for (const section of outline.sections) yield* phrasingOf(section)
}

/** Inline nodes and all nodes inside them. */
export function* descendPhrasing(nodes: readonly PhrasingContent[]): Generator<PhrasingContent> {
  for (const node of nodes) {
    yield node
    if ('children' in node) yield* descendPhrasing(node.children)
  }
}
