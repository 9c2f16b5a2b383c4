import type {PhrasingContent} from 'mdast'
import type {Block, SlideBlock} from '../model/block.ts'
import type {Chapter, Course, Footnote, Section, SlideBackground, SlideMode} from '../model/course.ts'
import type {Slide, SlideItem} from '../model/deck.ts'
import {editions, outputs, type Edition, type Output} from '../model/output.ts'
import {selectBlocks} from '../model/select-blocks.ts'
import {descend, descendPhrasing, ownPhrasing} from '../model/walk.ts'
import {condenseBlock, forceCondense} from './condense-block.ts'
import {agendaList, objectivesList} from './generated-lists.ts'
import {blockLength} from './text-length.ts'

/** A run of slides with one heading, before it is cut to size. */
export type Draft = Slide

/** The slides of a course before pagination: one for each heading, `---` and hand-written slide. */
export function draftSlides(course: Course, edition: Edition): Draft[] {
  const title = text(course.title)
  return [
    {...empty, id: 'title', layout: 'title', heading: title, kicker: text(course.subtitle)},
    {...empty, id: 'agenda', layout: 'agenda', kicker: title, items: [{block: agendaList(course), condensed: false}]},
    ...course.chapters
      .filter((chapter) => hasSlides(chapter, edition))
      .flatMap((chapter) => draftChapter(chapter, {course, edition})),
  ]
}

const noBackground: SlideBackground = {color: '', gradient: '', image: ''}

const empty: Omit<Slide, 'id' | 'layout'> = {
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
}

const slideOutputs: readonly Output[] = ['deck', 'slides', 'handout']

const hasSlides = ({audience}: Chapter, edition: Edition) =>
  audience.editions.includes(edition) && slideOutputs.some((output) => audience.outputs.includes(output))

/** Blocks that an edition sees in any output made of slides. */
function blocksFor(blocks: readonly Block[], edition: Edition): Block[] {
  return selectBlocks(blocks, ({audience}) => {
    return audience.editions.includes(edition) && slideOutputs.some((output) => audience.outputs.includes(output))
  })
}

const text = (value: string): PhrasingContent[] => (value ? [{type: 'text', value}] : [])

interface DraftContext {
  readonly course: Pick<Course, 'slideLevel' | 'slideMode'>
  readonly edition: Edition
}

function draftChapter(chapter: Chapter, {course, edition}: DraftContext): Draft[] {
  const blocks = blocksFor(chapter.blocks, edition)
  const {notes, others} = splitNotes(blocks)
  const opening: Draft = {
    ...empty,
    id: chapter.id,
    layout: 'chapter',
    chapter: chapter.id,
    heading: chapter.title,
    kicker: text([chapter.part, chapter.label].filter(Boolean).join(' · ')),
    notes,
  }
  const head: Heading = {
    id: `${chapter.id}-opening`,
    chapter: chapter.id,
    section: '',
    number: '',
    title: chapter.title,
    shortTitle: '',
    kicker: text(chapter.label),
    attributes: {},
    background: noBackground,
    footnotes: chapter.footnotes,
    mode: chapter.slideMode ?? course.slideMode,
  }
  return [
    ...draftOpening(opening, chapter),
    ...draftBlocks(others, head),
    ...chapter.sections.flatMap((section) =>
      draftSection(section, {chapter, edition, level: course.slideLevel, mode: head.mode}),
    ),
  ]
}

/** The chapter's own slide with its objectives, or those on slides of their own when they are long. */
function draftOpening(opening: Draft, chapter: Chapter): Draft[] {
  if (chapter.objectives.length === 0) return [opening]
  const list = objectivesList(chapter)
  const items = [{block: list, condensed: false}]
  const isShort = chapter.objectives.length <= 6 && blockLength(list) <= 200
  if (isShort) return [{...opening, items}]
  const own: Draft = {...opening, id: list.id, layout: 'content', items, notes: []}
  return [opening, own]
}

interface Heading {
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
}

interface SectionPlace {
  readonly chapter: Chapter
  readonly edition: Edition
  readonly level: number
  /** Of what encloses it. */
  readonly mode: SlideMode
  /** The section that encloses it, below the chapter. */
  readonly parent?: Section
}

function draftSection(section: Section, place: SectionPlace): Draft[] {
  const {chapter, edition, level, parent} = place
  const mode = section.slideMode ?? place.mode

  const heading: Heading = {
    id: section.id,
    chapter: chapter.id,
    section: section.id,
    number: section.number,
    title: section.title,
    shortTitle: section.shortTitle,
    kicker: parent ? parent.title : text(`${chapter.label} ${chapter.shortTitle}`.trim()),
    attributes: section.slideAttributes,
    background: section.slideBackground,
    footnotes: chapter.footnotes,
    mode,
  }
  const isDeepest = section.depth >= level
  const blocks = blocksFor(isDeepest ? withInnerSections(section) : section.blocks, edition)
  const own = draftBlocks(blocks, heading)
  const inner = isDeepest ? [] : section.sections
  const below = inner.flatMap((child) => draftSection(child, {chapter, edition, level, mode, parent: section}))
  return [...(own.length > 0 ? own : [headingOnly(heading)]), ...below]
}

/** The blocks of a section and of those below it, whose titles become lines. */
function withInnerSections(section: Section): Block[] {
  return [
    ...section.blocks,
    ...section.sections.flatMap((child): Block[] => [titleLine(child), ...withInnerSections(child)]),
  ]
}

function titleLine({id, position, title}: Section): Block {
  const audience = {outputs, editions, rules: []}
  return {type: 'prose', id, position, audience, children: [{type: 'strong', children: [...title]}]}
}

const headingOnly = (heading: Heading): Draft => ({...fromHeading(heading), layout: 'section'})

function fromHeading(heading: Heading): Draft {
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
    attributes: heading.attributes,
    background: heading.background,
  }
}

function splitNotes(blocks: readonly Block[]): {notes: Block[]; others: Block[]} {
  return {
    notes: blocks.filter((block) => block.type === 'speakerNotes'),
    others: blocks.filter((block) => block.type !== 'speakerNotes'),
  }
}

/** The slides of the blocks under one heading; none when there are no blocks. */
function draftBlocks(blocks: readonly Block[], heading: Heading): Draft[] {
  if (blocks.length === 0) return []
  const written = blocks.filter((block): block is SlideBlock => block.type === 'slide')
  if (written.length > 0) return draftWritten(written, blocks, heading)
  const groups = splitAtBreaks(blocks)
  return groups.map((group, index) => {
    const {notes, others} = splitNotes(group)
    const footnotes = footnotesOf(others, heading.footnotes)
    const draft = {...fromHeading(heading), id: slideId(heading.id, index), footnotes, notes}
    return fillSlide(draft, others, heading.mode)
  })
}

const slideId = (id: string, index: number) => (index === 0 ? id : `${id}-s${index + 1}`)

/** Hand-written slides take the place of the generated ones; everything else is reading text of the first. */
function draftWritten(written: readonly SlideBlock[], blocks: readonly Block[], heading: Heading): Draft[] {
  const {notes, others} = splitNotes(blocks)
  const rest = others.filter((block) => block.type !== 'slide' && block.type !== 'break')
  return written.map((block, index) => {
    const inner = splitNotes(block.blocks)
    const base = fromHeading(heading)
    const hasTitle = block.title.length > 0
    return {
      ...base,
      id: slideId(heading.id, index),
      heading: hasTitle ? block.title : base.heading,
      fullHeading: hasTitle && index === 0 ? heading.title : [],
      items: inner.others.map((child) => ({block: child, condensed: false})),
      reading: index === 0 ? rest : [],
      footnotes: footnotesOf(index === 0 ? [block, ...rest] : [block], heading.footnotes),
      notes: [...inner.notes, ...(index === 0 ? notes : [])],
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

function fillSlide(draft: Draft, blocks: readonly Block[], mode: SlideMode): Draft {
  if (mode === 'reading') return {...draft, layout: 'section', reading: [...blocks]}

  const onSlide = blocks.filter((block) => block.audience.outputs.includes('deck'))
  const mapped = onSlide.map((block) => ({
    source: block,
    result: mode === 'full' ? wholeBlock(block) : condenseBlock(block),
  }))
  const first = mapped.findIndex(({source}) => source.type === 'prose')
  const isEmpty = mapped.every(({result}) => !result)
  if (isEmpty && mapped[first]) {
    mapped[first] = {source: mapped[first].source, result: forceCondense(mapped[first].source)}
  }
  const items = mapped.flatMap(({result}): SlideItem[] => (result ? [result] : []))
  const isWhole = new Set(mapped.flatMap(({result, source}) => (result && !result.condensed ? [source] : [])))
  return {...draft, items, reading: blocks.filter((block) => !isWhole.has(block))}
}

/** Everything but what slides never show. */
const wholeBlock = (block: Block) =>
  block.type === 'solution' || block.type === 'index' ? undefined : {block, condensed: false}

/** The footnotes that blocks refer to, with the outermost block that does so first. */
function footnotesOf(blocks: readonly Block[], footnotes: readonly Footnote[]): Slide['footnotes'] {
  const found = new Map<string, Slide['footnotes'][number]>()
  for (const block of blocks) {
    for (const inner of descend([block])) {
      for (const node of descendPhrasing(ownPhrasing(inner))) {
        if (node.type !== 'footnoteReference' || found.has(node.identifier)) continue
        const footnote = footnotes.find(({identifier}) => identifier === node.identifier)
        if (footnote) found.set(node.identifier, {footnote, line: block.position.start.line})
      }
    }
  }
  return [...found.values()]
}
