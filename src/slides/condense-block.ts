import type {Block, DefinitionList, List, ListItem} from '../model/block.ts'
import type {Density} from '../model/deck.ts'
import {hasExcerpt} from '../model/slice-block.ts'
import {descend} from '../model/walk.ts'
import {boldLead, findLead, forceLead, hasBoldStart, sentenceLead} from './find-lead.ts'
import {blockLength, phrasingLength} from './text-length.ts'

/** A block as it stands on a slide; `undefined` when only its reading text shows it. */
export interface Condensed {
  readonly block: Block
  /** Whether something of it is left for the reading text. */
  readonly condensed: boolean
}

/**
 * The default mapping of a block to a slide: pictures, tables, formulas and listings as they are; prose, long lists and
 * long containers by their leads.
 */
export function condenseBlock(block: Block, density: Density): Condensed | undefined {
  switch (block.type) {
    case 'prose': {
      const lead = findLead(block.children, density.lead)
      return lead && condensedProse(block, lead)
    }
    case 'list':
      return condenseList(block, density)
    case 'definitionList':
      return condenseDefinitions(block, density)
    case 'callout':
    case 'theorem':
    case 'exercise':
    case 'details':
    case 'hint':
    case 'quote':
      return blockLength(block) <= density.container ? asItIs(block) : condenseInside(block, density)
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
      return asItIs(block)
    default:
      return block satisfies never
  }
}

/** All of it; of listings the lines that their author chose, and all of them in the reading text. */
export const asItIs = (block: Block): Condensed => ({block, condensed: hasExcerpt(block)})

/** The lead of a paragraph that would otherwise leave a slide empty. */
export function forceCondense(block: Block, density: Density): Condensed | undefined {
  return block.type === 'prose'
    ? condensedProse(block, forceLead(block.children, density.lead))
    : condenseBlock(block, density)
}

function condensedProse(block: Extract<Block, {type: 'prose'}>, children: Extract<Block, {type: 'prose'}>['children']) {
  const condensed = phrasingLength(children) < phrasingLength(block.children)
  return {block: {...block, children}, condensed}
}

/** The container with the leads of what it holds. */
function condenseInside(block: Extract<Block, {blocks: readonly Block[]}>, density: Density): Condensed {
  const inner = block.blocks.map((child) => forceCondense(child, density))
  const blocks = inner.flatMap((child) => (child ? [child.block] : []))
  return {block: {...block, blocks}, condensed: inner.some((child) => !child || child.condensed)}
}

function condenseList(block: List, density: Density): Condensed | undefined {
  // Nobody reads works aloud: a slide that cites one names it at its foot.
  if (block.marker === 'reference') return undefined
  const isShort = blockLength(block) <= density.list && block.items.every((item) => itemLength(item) <= density.item)
  if (isShort) return {block, condensed: false}
  // Each may be short though all together are long: then nothing of them can go.
  const isLong = block.items.some((item) => itemLength(item) > density.item || item.blocks.length > 1)
  if (!isLong) return {block, condensed: false}
  const leadOfItem = itemLead(block.items, density)
  const items = block.items.map((item): ListItem => {
    const [first, ...rest] = item.blocks
    if (first?.type !== 'prose') return item
    // What follows it on the slide waits all the same.
    const pauses = [...descend(rest)].filter(({type}) => type === 'pause').slice(0, 1)
    return {...item, blocks: [{...first, children: leadOfItem(first.children)}, ...pauses]}
  })
  const condensed = items.some((item, index) => isLess(item, block.items[index] ?? item))
  return {block: {...block, items}, condensed}
}

/** A listing or a picture has no length, but is something that goes. */
const isLess = (item: ListItem, whole: ListItem) =>
  item.blocks.length < whole.blocks.length || itemLength(item) < itemLength(whole)

type Phrasing = Extract<Block, {type: 'prose'}>['children']

/** How the items of a list are condensed, all alike: by the words in bold that each begins with, when a sentence is too long for one of them; else by their first sentences. */
function itemLead(items: readonly ListItem[], density: Density): (children: Phrasing) => Phrasing {
  const firsts = items.flatMap(({blocks: [first]}) => (first?.type === 'prose' ? [first.children] : []))
  const sentence = (children: Phrasing) => sentenceLead(children, density.lead)
  const fit = firsts.every((children) => phrasingLength(sentence(children)) <= density.lead)
  return !fit && firsts.every((children) => hasBoldStart(children)) ? boldLead : sentence
}

function condenseDefinitions(block: DefinitionList, density: Density): Condensed {
  if (blockLength(block) <= density.list) return {block, condensed: false}
  const entries = block.entries.map((entry) => ({
    ...entry,
    descriptions: entry.descriptions.map((blocks) => blocks.slice(0, 1).flatMap((first) => leadOf(first, density))),
  }))
  const isCut = block.entries.some(({descriptions}) => descriptions.some(({length}) => length > 1))
  return {block: {...block, entries}, condensed: isCut || blockLength({...block, entries}) < blockLength(block)}
}

const leadOf = (block: Block, density: Density): Block[] => {
  const lead = forceCondense(block, density)
  return lead ? [lead.block] : []
}

const itemLength = (item: ListItem) => item.blocks.reduce((sum, block) => sum + blockLength(block), 0)
