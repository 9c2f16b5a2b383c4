import type {Block, DefinitionList, List, ListItem} from '../model/block.ts'
import {findLead, forceLead} from './find-lead.ts'
import {blockLength, phrasingLength} from './text-length.ts'

/** A block as it stands on a slide; `undefined` when only its reading text shows it. */
export interface Condensed {
  readonly block: Block
  /** Whether something of it is left for the reading text. */
  readonly condensed: boolean
}

/** Longest callout, exercise or quotation that stands on a slide in full, in Chinese characters. */
const longestContainer = 110
const longestItem = 36
const longestList = 160

/**
 * The default mapping of a block to a slide: pictures, tables, formulas and listings as they are; prose, long lists and
 * long containers by their leads.
 */
export function condenseBlock(block: Block): Condensed | undefined {
  switch (block.type) {
    case 'prose': {
      const lead = findLead(block.children)
      return lead && condensedProse(block, lead)
    }
    case 'list':
      return condenseList(block)
    case 'definitionList':
      return condenseDefinitions(block)
    case 'callout':
    case 'theorem':
    case 'exercise':
    case 'details':
    case 'hint':
    case 'quote':
      return blockLength(block) <= longestContainer ? {block, condensed: false} : condenseInside(block)
    case 'index':
    case 'rawHtml':
    case 'solution':
      return undefined
    case 'break':
    case 'columns':
    case 'equation':
    case 'figure':
    case 'group':
    case 'listing':
    case 'pause':
    case 'slide':
    case 'speakerNotes':
    case 'table':
      return {block, condensed: false}
    default:
      return block satisfies never
  }
}

/** The lead of a paragraph that would otherwise leave a slide empty. */
export function forceCondense(block: Block): Condensed | undefined {
  return block.type === 'prose' ? condensedProse(block, forceLead(block.children)) : condenseBlock(block)
}

function condensedProse(block: Extract<Block, {type: 'prose'}>, children: Extract<Block, {type: 'prose'}>['children']) {
  const condensed = phrasingLength(children) < phrasingLength(block.children)
  return {block: {...block, children}, condensed}
}

/** The container with the leads of what it holds. */
function condenseInside(block: Extract<Block, {blocks: readonly Block[]}>): Condensed {
  const inner = block.blocks.map((child) => forceCondense(child))
  const blocks = inner.flatMap((child) => (child ? [child.block] : []))
  return {block: {...block, blocks}, condensed: inner.some((child) => !child || child.condensed)}
}

function condenseList(block: List): Condensed {
  if (block.marker === 'reference') return {block, condensed: false}
  const isShort = blockLength(block) <= longestList && block.items.every((item) => itemLength(item) <= longestItem)
  if (isShort) return {block, condensed: false}
  const items = block.items.map((item) => condenseItem(item))
  const condensed = items.some((item, index) => item !== block.items[index])
  return {block: {...block, items}, condensed}
}

function condenseItem(item: ListItem): ListItem {
  if (itemLength(item) <= longestItem && item.blocks.length === 1) return item
  const [first, ...rest] = item.blocks
  if (first?.type !== 'prose') return item
  const lead = condensedProse(first, forceLead(first.children))
  if (!lead.condensed && rest.length === 0) return item
  return {...item, blocks: [lead.block]}
}

function condenseDefinitions(block: DefinitionList): Condensed {
  if (blockLength(block) <= longestList) return {block, condensed: false}
  const entries = block.entries.map((entry) => ({
    ...entry,
    descriptions: entry.descriptions.map((blocks) => blocks.slice(0, 1).flatMap((first) => leadOf(first))),
  }))
  return {block: {...block, entries}, condensed: blockLength({...block, entries}) < blockLength(block)}
}

const leadOf = (block: Block): Block[] => {
  const lead = forceCondense(block)
  return lead ? [lead.block] : []
}

const itemLength = (item: ListItem) => item.blocks.reduce((sum, block) => sum + blockLength(block), 0)
