import type {PhrasingContent} from 'mdast'
import type {Block} from './block.ts'

/** How blocks are changed, from the inside out. */
export interface BlockChange {
  /** The inline content of a paragraph, title, caption, cell or term. */
  readonly phrasing: (nodes: readonly PhrasingContent[]) => readonly PhrasingContent[]
  /** A block whose inside is changed already. */
  readonly block: (block: Block) => Block
}

/** New blocks, changed at every depth. */
export const mapBlocks = (blocks: readonly Block[], change: BlockChange): Block[] =>
  blocks.map((block) => change.block(mapInside(block, change)))

function mapInside(block: Block, change: BlockChange): Block {
  const {phrasing} = change
  const inner = (blocks: readonly Block[]) => mapBlocks(blocks, change)
  switch (block.type) {
    case 'prose':
      return {...block, children: phrasing(block.children)}
    case 'figure':
      return {...block, caption: phrasing(block.caption)}
    case 'table': {
      const row = (cells: readonly (readonly PhrasingContent[])[]) => cells.map((cell) => phrasing(cell))
      return {
        ...block,
        caption: phrasing(block.caption),
        header: row(block.header),
        rows: block.rows.map((cells) => row(cells)),
      }
    }
    case 'list':
      return {...block, items: block.items.map((item) => ({...item, blocks: inner(item.blocks)}))}
    case 'definitionList': {
      const entries = block.entries.map((entry) => ({
        ...entry,
        terms: entry.terms.map((term) => phrasing(term)),
        descriptions: entry.descriptions.map((description) => inner(description)),
      }))
      return {...block, entries}
    }
    case 'columns':
      return {...block, columns: block.columns.map((column) => ({...column, blocks: inner(column.blocks)}))}
    case 'callout':
    case 'details':
    case 'theorem':
    case 'exercise':
    case 'slide':
      return {...block, title: phrasing(block.title), blocks: inner(block.blocks)}
    case 'quote':
    case 'solution':
    case 'hint':
    case 'speakerNotes':
    case 'group':
      return {...block, blocks: inner(block.blocks)}
    case 'listing':
      return {...block, title: phrasing(block.title)}
    case 'equation':
    case 'rawHtml':
    case 'index':
    case 'break':
    case 'pause':
      return block
    default:
      return block satisfies never
  }
}

/** New inline nodes: each, with its children changed already, becomes what `change` gives. */
export function mapPhrasing(
  nodes: readonly PhrasingContent[],
  change: (node: PhrasingContent) => readonly PhrasingContent[],
): PhrasingContent[] {
  return nodes.flatMap((node) => {
    if (!('children' in node)) return [...change(node)]
    const children = mapPhrasing(node.children, change)
    return [...change({...node, children})]
  })
}
