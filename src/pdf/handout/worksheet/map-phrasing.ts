import type {PhrasingContent} from 'mdast'
import type {Block} from '../../../model/block.ts'

/** Changes the words of a paragraph, of an item or of a definition. */
export type ChangeWords = (nodes: readonly PhrasingContent[]) => PhrasingContent[]

/** A block with the words of all prose inside it changed, and of terms that are defined; titles stay. */
export function mapPhrasing(block: Block, change: ChangeWords): Block {
  const inner = (blocks: readonly Block[]) => blocks.map((child) => mapPhrasing(child, change))
  if (block.type === 'prose') return {...block, children: change(block.children)}
  if (block.type === 'list')
    return {...block, items: block.items.map((item) => ({...item, blocks: inner(item.blocks)}))}
  if (block.type === 'columns') {
    return {...block, columns: block.columns.map((column) => ({...column, blocks: inner(column.blocks)}))}
  }
  if (block.type === 'definitionList') {
    const entries = block.entries.map((entry) => ({
      ...entry,
      terms: entry.terms.map((term) => change(term)),
      descriptions: entry.descriptions.map((description) => inner(description)),
    }))
    return {...block, entries}
  }
  return 'blocks' in block ? {...block, blocks: inner(block.blocks)} : block
}
