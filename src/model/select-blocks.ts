import type {Block} from './block.ts'

/** The blocks a condition holds for, at every depth; a block that is left out takes what it holds with it. */
export function selectBlocks(blocks: readonly Block[], isFor: (block: Block) => boolean): Block[] {
  return blocks.filter((block) => isFor(block)).map((block) => selectInside(block, isFor))
}

function selectInside(block: Block, isFor: (block: Block) => boolean): Block {
  if ('blocks' in block) return {...block, blocks: selectBlocks(block.blocks, isFor)}
  if (block.type === 'list') {
    const items = block.items.map((item) => ({...item, blocks: selectBlocks(item.blocks, isFor)}))
    // An item of which nothing is left goes too; one that was empty from the start stays.
    return {
      ...block,
      items: items.filter((item, index) => item.blocks.length > 0 || !block.items[index]?.blocks.length),
    }
  }
  if (block.type === 'definitionList') {
    const entries = block.entries.map((entry) => ({
      ...entry,
      descriptions: entry.descriptions.map((description) => selectBlocks(description, isFor)),
    }))
    return {...block, entries}
  }
  if (block.type === 'columns') {
    const columns = block.columns.map((column) => ({...column, blocks: selectBlocks(column.blocks, isFor)}))
    return {...block, columns}
  }
  return block
}
