import type {PhrasingContent} from 'mdast'
import type {Block} from '../../../model/block.ts'
import {mapPhrasing} from './map-phrasing.ts'

/**
 * What a worksheet shows of something on a slide: its prose, lists, definitions and equations, in the containers that they
 * stand in; `undefined` when there is none. Marks of notes go, since the notes are elsewhere.
 */
export function keySentence(block: Block): Block | undefined {
  const [sentence] = keepText([block])
  return sentence && mapPhrasing(sentence, withoutMarks)
}

function keepText(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    switch (block.type) {
      case 'definitionList':
      case 'equation':
      case 'prose':
        return [block]
      case 'list':
        return block.marker === 'reference' ? [] : [block]
      case 'callout':
      case 'details':
      case 'group':
      case 'hint':
      case 'quote':
      case 'theorem': {
        const inner = keepText(block.blocks)
        return inner.length > 0 ? [{...block, blocks: inner}] : []
      }
      case 'columns': {
        const columns = block.columns.map((column) => ({...column, blocks: keepText(column.blocks)}))
        return columns.some((column) => column.blocks.length > 0) ? [{...block, columns}] : []
      }
      case 'break':
      case 'exercise':
      case 'figure':
      case 'index':
      case 'listing':
      case 'pause':
      case 'rawHtml':
      case 'slide':
      case 'solution':
      case 'speakerNotes':
      case 'table':
        return []
      default:
        return block satisfies never
    }
  })
}

const withoutMarks = (nodes: readonly PhrasingContent[]): PhrasingContent[] =>
  nodes.filter(({type}) => type !== 'footnoteReference')
