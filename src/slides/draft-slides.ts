import type {PhrasingContent} from 'mdast'
import {toString} from 'mdast-util-to-string'
import type {Block} from '../model/block.ts'
import type {Chapter, Course, Section, SlideMode} from '../model/course.ts'
import type {Density} from '../model/deck.ts'
import type {Edition, Output} from '../model/output.ts'
import {selectBlocks} from '../model/select-blocks.ts'
import {draftBlocks, empty, footnotesOf, fromHeading, noBackground, type Draft, type Heading} from './draft-blocks.ts'
import {agendaList, lecturePlan, objectivesList} from './generated-lists.ts'
import {blockLength} from './text-length.ts'

/** The slides of a course before pagination: one for each heading, `---` and hand-written slide. */
export function draftSlides(course: Course, edition: Edition, density: Density): Draft[] {
  const title = text(course.title)
  return [
    {...empty, id: 'title', layout: 'title', heading: title, kicker: text(course.subtitle)},
    {
      ...empty,
      id: 'agenda',
      layout: 'agenda',
      kicker: title,
      items: [{block: agendaList(course), condensed: false}],
      notes: edition === 'teacher' ? lecturePlan(course) : [],
    },
    ...course.chapters
      .filter((chapter) => hasSlides(chapter, edition))
      .flatMap((chapter) => draftChapter(chapter, {course, edition, density})),
  ]
}

const slideOutputs: readonly Output[] = ['deck', 'slides', 'handout']

const hasSlides = ({audience}: Chapter | Section, edition: Edition) =>
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
  readonly density: Density
}

function draftChapter(chapter: Chapter, {course, density, edition}: DraftContext): Draft[] {
  const blocks = blocksFor(chapter.blocks, edition)
  const {notes, rest} = openingNotes(blocks)
  const opening: Draft = {
    ...empty,
    id: chapter.id,
    layout: 'chapter',
    chapter: chapter.id,
    heading: chapter.title,
    kicker: text([chapter.part, chapter.label].filter(Boolean).join(' · ')),
    notes,
    footnotes: footnotesOf(notes, chapter.footnotes, chapter.title),
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
    density,
  }
  return [
    ...withText(draftOpening(opening, chapter), draftBlocks(rest, head)),
    ...chapter.sections.flatMap((section) =>
      draftSection(section, {
        chapter,
        edition,
        density,
        level: chapter.slideLevel ?? course.slideLevel,
        mode: head.mode,
      }),
    ),
  ]
}

/** Notes before the first block of a chapter, or without any block: what is said to its own slide. */
function openingNotes(blocks: readonly Block[]): {notes: readonly Block[]; rest: readonly Block[]} {
  const first = blocks.findIndex(({type}) => type !== 'speakerNotes')
  const end = first < 0 ? blocks.length : first
  return {notes: blocks.slice(0, end), rest: blocks.slice(end)}
}

/** Slides of a chapter's own text come after its opening, which has the reading text of what no slide shows. */
function withText([opening, ...objectives]: readonly Draft[], slides: readonly Draft[]): Draft[] {
  const [first] = slides
  if (!opening || !first || first.items.length > 0 || slides.length > 1)
    return [...(opening ? [opening] : []), ...objectives, ...slides]
  const footnotes = [...first.footnotes, ...opening.footnotes].filter(
    ({footnote}, index, all) => all.findIndex((one) => one.footnote.id === footnote.id) === index,
  )
  const {notes, reading} = first
  return [{...opening, footnotes, reading, notes: [...opening.notes, ...notes]}, ...objectives]
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

interface SectionPlace {
  readonly chapter: Chapter
  readonly edition: Edition
  readonly density: Density
  readonly level: number
  /** Of what encloses it. */
  readonly mode: SlideMode
  /** The section that encloses it, below the chapter. */
  readonly parent?: Section
}

function draftSection(section: Section, place: SectionPlace): Draft[] {
  const {chapter, density, edition, parent} = place
  if (!hasSlides(section, edition)) return []
  const level = section.slideLevel ?? place.level
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
    density,
    ...(section.slideLayout ? {layout: section.slideLayout} : {}),
    isRecap: summary.test(toString([...section.title]).trim()),
  }
  const isDeepest = section.depth >= level
  const blocks = blocksFor(isDeepest ? withInnerSections(section) : section.blocks, edition)
  const own = draftBlocks(blocks, heading)
  const inner = isDeepest ? [] : section.sections
  const below = inner.flatMap((child) => draftSection(child, {...place, level, mode, parent: section}))
  return [...(own.length > 0 ? own : [headingOnly(heading)]), ...below]
}

/** Titles of sections that say what a chapter comes to. */
const summary =
  /^(?:本章|本节|全书|本章の|章の)?(?:小结|小結|总结|總結|回顾|回顧|要点回顾|要點回顧|まとめ)$|^(?:chapter |section )?(?:summary|recap|key (?:points|takeaways))$/iu

/** The blocks of a section and of those below it, whose titles become lines. */
function withInnerSections(section: Section): Block[] {
  return [
    ...section.blocks,
    ...section.sections.flatMap((child): Block[] => [titleLine(child), ...withInnerSections(child)]),
  ]
}

function titleLine({audience, id, position, title}: Section): Block {
  return {type: 'prose', id, position, audience, children: [{type: 'strong', children: [...title]}]}
}

const headingOnly = (heading: Heading): Draft => ({
  ...fromHeading(heading),
  layout: 'section',
  footnotes: footnotesOf([], heading.footnotes, heading.title),
})
