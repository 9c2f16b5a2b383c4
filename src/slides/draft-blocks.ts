import type {PhrasingContent} from 'mdast'
import type {Block, SlideBlock} from '../model/block.ts'
import type {ContentLayout, Footnote, SlideBackground, SlideMode} from '../model/course.ts'
import type {Density, Slide, SlideItem} from '../model/deck.ts'
import {sentencesOf} from '../model/sentences.ts'
import {hasExcerpt} from '../model/slice-block.ts'
import {descend, descendPhrasing, innerBlocks, ownPhrasing} from '../model/walk.ts'
import {asItIs, condenseBlock, forceCondense, type Condensed} from './condense-block.ts'
import {phrasingLength} from './text-length.ts'

/** A run of slides with one heading, before it is cut to size. */
export interface Draft extends Slide {
  /** What its author wants it to look like. */
  readonly asked?: ContentLayout
  readonly isRecap?: boolean
}

/** What all slides of some blocks have in common. */
export interface Heading {
  readonly id: string
  readonly chapter: string
  readonly section: string
  readonly number: string
  readonly title: readonly PhrasingContent[]
  readonly shortTitle: string
  readonly kicker: readonly PhrasingContent[]
  readonly attributes: Readonly<Record<string, string>>
  readonly background: SlideBackground
  readonly footnotes: readonly Footnote[]
  readonly mode: SlideMode
  readonly layout?: ContentLayout
  readonly isRecap?: boolean
  readonly density: Density
}

export const noBackground: SlideBackground = {color: '', gradient: '', image: ''}

export const empty: Omit<Slide, 'id' | 'layout'> = {
  chapter: '',
  section: '',
  number: '',
  heading: [],
  fullHeading: [],
  kicker: [],
  part: {index: 1, count: 1},
  attributes: {},
  background: noBackground,
  items: [],
  scale: 1,
  reading: [],
  pageNotes: [],
  footnotes: [],
  notes: [],
  seconds: 0,
}

/** A slide of a heading, empty so far. */
export function fromHeading(heading: Heading): Draft {
  return {
    ...empty,
    id: heading.id,
    layout: 'content',
    chapter: heading.chapter,
    section: heading.section,
    number: heading.number,
    heading: heading.shortTitle ? text(heading.shortTitle) : heading.title,
    fullHeading: heading.shortTitle ? heading.title : [],
    kicker: heading.kicker,
    attributes: animated(heading),
    background: heading.background,
  }
}

/** reveal.js animates from a slide to the next of the same `auto-animate-id`: to what continues it, not to another heading. */
function animated({attributes, id}: Heading): Slide['attributes'] {
  return 'data-auto-animate' in attributes ? {'data-auto-animate-id': id, ...attributes} : attributes
}

const text = (value: string): PhrasingContent[] => (value ? [{type: 'text', value}] : [])

/** Speaker notes, and the rest. */
function splitNotes(blocks: readonly Block[]): {notes: Block[]; others: Block[]} {
  return {
    notes: blocks.filter((block) => block.type === 'speakerNotes'),
    others: blocks.filter((block) => block.type !== 'speakerNotes'),
  }
}

/** The slides of the blocks under one heading; none when there are no blocks. */
export function draftBlocks(blocks: readonly Block[], heading: Heading): Draft[] {
  if (blocks.length === 0) return []
  const written = blocks.filter((block): block is SlideBlock => block.type === 'slide')
  if (written.length > 0) return draftWritten(written, blocks, heading)
  const groups = splitAtBreaks(blocks)
  return groups.map((group, index) => {
    const {notes, others} = splitNotes(group)
    const title = index === 0 ? heading.title : []
    const footnotes = footnotesOf([...others, ...notes], heading.footnotes, title)
    const {isRecap = false} = heading
    const draft = {...fromHeading(heading), id: slideId(heading.id, index), footnotes, notes, isRecap}
    return fillSlide(draft, others, heading)
  })
}

const slideId = (id: string, index: number) => (index === 0 ? id : `${id}-s${index + 1}`)

/** Hand-written slides take the place of the generated ones; everything else is reading text of the first. */
function draftWritten(written: readonly SlideBlock[], blocks: readonly Block[], heading: Heading): Draft[] {
  const {notes, others} = splitNotes(blocks)
  const rest = others.filter((block) => block.type !== 'slide' && block.type !== 'break' && !isPause(block))
  return written.map((block, index) => {
    const inner = splitNotes(block.blocks)
    const base = fromHeading(heading)
    const hasTitle = block.title.length > 0
    return {
      ...base,
      id: slideId(heading.id, index),
      heading: hasTitle ? block.title : base.heading,
      fullHeading: hasTitle && index === 0 ? heading.title : [],
      items: afterPauses(inner.others, (child) => [asItIs(child)]),
      reading: [...(index === 0 ? rest : []), ...inner.others.filter((child) => hasExcerpt(child))],
      footnotes:
        index === 0
          ? footnotesOf([block, ...rest, ...notes], heading.footnotes, heading.title)
          : footnotesOf([block], heading.footnotes),
      notes: [...inner.notes, ...(index === 0 ? notes : [])],
      ...askedOf(block.layout ?? heading.layout),
    }
  })
}

/** Splits at `---`. */
function splitAtBreaks(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = [[]]
  for (const block of blocks) {
    if (block.type === 'break') groups.push([])
    else groups.at(-1)?.push(block)
  }
  return groups.filter((group) => group.length > 0)
}

function fillSlide(draft: Draft, blocks: readonly Block[], {density, layout, mode}: Heading): Draft {
  if (mode === 'reading') return {...draft, layout: 'section', reading: blocks.filter((block) => !isPause(block))}

  const onSlide = blocks
    .filter((block) => block.audience.outputs.includes('deck'))
    // A glossary is cut like any list of terms.
    .flatMap((block) => (block.type === 'group' && block.behaviour === 'glossary' ? block.blocks : [block]))
  const content = onSlide.filter((block) => !isPause(block))
  const results = new Map(
    content.map((block) => [block, mode === 'full' ? wholeBlock(block) : condenseBlock(block, density)]),
  )
  // A section of nothing but prose says something with each of its paragraphs.
  const isProse = mode === 'lead' && content.every(({type}) => type === 'prose')
  if (isProse || content.every((block) => !results.get(block))) {
    for (const block of content)
      if (!results.get(block) && block.type === 'prose') results.set(block, forceCondense(block, density))
  }
  const items = afterPauses(onSlide, (block) => {
    const result = results.get(block)
    return result ? itemsOf(result, density) : []
  })
  const isShown = (block: Block): boolean =>
    isPause(block) ||
    results.get(block)?.condensed === false ||
    (block.type === 'group' && block.blocks.length > 0 && block.blocks.every(isShown))
  const filled = {...draft, items, reading: blocks.filter((block) => !isShown(block))}
  // With notes or reading text alone it is no more than its title.
  return items.length === 0 ? {...filled, layout: 'section'} : {...filled, ...askedOf(layout)}
}

/** A pause, or what has no words of its own around nothing else. */
const isPause = (block: Block): boolean =>
  block.type === 'pause' ||
  ((block.type === 'columns' || block.type === 'group' || block.type === 'quote') &&
    innerBlocks(block).every((inner) => isPause(inner)))

/** The items of blocks; those that follow a pause know of it. One that nothing follows, or another pause, is none. */
function afterPauses(blocks: readonly Block[], itemsOfBlock: (block: Block) => SlideItem[]): SlideItem[] {
  let isPaused = false
  return blocks.flatMap((block) => {
    if (isPause(block)) {
      isPaused = true
      return []
    }
    const [first, ...rest] = itemsOfBlock(block)
    if (!first) return []
    const items = [isPaused ? {...first, isAfterPause: true as const} : first, ...rest]
    isPaused = false
    return items
  })
}

const askedOf = (layout: ContentLayout | undefined) => (layout ? {asked: layout} : {})

/** A paragraph longer than a list may be stands on slides as several, cut between sentences. */
function itemsOf({block, condensed}: Condensed, density: Density): SlideItem[] {
  if (block.type !== 'prose' || phrasingLength(block.children) <= density.list) return [{block, condensed}]
  const items: (SlideItem & {piece: {from: number; to: number}})[] = []
  let length = 0
  for (const [index, sentence] of sentencesOf(block.children).entries()) {
    length += phrasingLength(sentence)
    const last = items.at(-1)
    if (last && length <= density.list) items[items.length - 1] = {...last, piece: {...last.piece, to: index + 1}}
    else {
      items.push({block, condensed, piece: {from: index, to: index + 1}})
      length = phrasingLength(sentence)
    }
  }
  return items
}

/** Everything but what slides never show. */
const wholeBlock = (block: Block) => (block.type === 'solution' || block.type === 'index' ? undefined : asItIs(block))

/** The footnotes that blocks, and a heading above them, refer to, and those that these do, with the line of the outermost block that does so first. */
export function footnotesOf(
  blocks: readonly Block[],
  footnotes: readonly Footnote[],
  heading: readonly PhrasingContent[] = [],
): Slide['footnotes'] {
  const found = new Map<string, Slide['footnotes'][number]>()
  const add = (nodes: readonly PhrasingContent[], line: number | undefined) => {
    for (const node of descendPhrasing(nodes)) {
      if (node.type !== 'footnoteReference' || found.has(node.identifier)) continue
      const footnote = footnotes.find(({identifier}) => identifier === node.identifier)
      if (!footnote) continue
      found.set(node.identifier, {footnote, line: line ?? footnote.position.start.line})
      for (const inner of descend(footnote.blocks)) add(ownPhrasing(inner), line)
    }
  }
  add(heading, undefined)
  for (const block of blocks) {
    for (const inner of descend([block])) add(ownPhrasing(inner), block.position.start.line)
  }
  return [...found.values()]
}
