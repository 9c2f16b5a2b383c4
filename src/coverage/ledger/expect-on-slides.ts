import type {Block, SlideBlock} from '../../model/block.ts'
import type {Chapter, Course, Footnote, Section} from '../../model/course.ts'
import type {Expectation} from '../../model/coverage.ts'
import type {Density} from '../../model/deck.ts'
import type {Audience, Edition, Output} from '../../model/output.ts'
import {selectBlocks} from '../../model/select-blocks.ts'
import {placeText} from '../../model/source-place.ts'
import {expectBeside, expectBlocks, expectWhole, mark, type SlideRules} from './expect-blocks.ts'
import {normalizeText} from '../normalize-text.ts'
import {isPart, someLeadOf} from './lead-of.ts'
import {keptText} from './texts-on-slide.ts'

/** By the id of a unit. */
export type SlideLedger = ReadonlyMap<string, Expectation>

/**
 * What the slides of an edition have to show of every block, from the model and docs/slides.md alone: nothing of what makes
 * slides is asked, so that a block that lands elsewhere than the docs say is found.
 */
export function expectOnSlides(course: Course, edition: Edition, density: Density): SlideLedger {
  const states = new Map<string, Expectation>()
  for (const chapter of course.chapters) expectChapter(chapter, {course, density, edition, states})
  return states
}

interface Ledger {
  readonly course: Course
  readonly density: Density
  readonly edition: Edition
  readonly states: Map<string, Expectation>
}

function expectChapter(chapter: Chapter, ledger: Ledger): void {
  const {course, density, edition, states} = ledger
  states.set(chapter.id, {state: 'shown', reason: ''})
  const ofCourse = `slides: ${course.slideMode} (course.yml:${course.slideModeLine})`
  const rules: SlideRules = {
    course,
    density,
    mode: chapter.slideMode ?? course.slideMode,
    modeReason: chapter.slideMode
      ? `slides: ${chapter.slideMode} (${placeText(chapter, chapter.slideModeLine ?? 1)})`
      : ofCourse,
    files: chapter,
    entries: {states, marks: new Set()},
  }
  const level = chapter.slideLevel ?? course.slideLevel
  expectHeading(blocksFor(chapter.blocks, edition), rules)
  for (const section of chapter.sections) expectSection(section, {edition, level, rules})
  for (const footnote of chapter.footnotes) expectFootnote(footnote, rules)
}

const slideOutputs: readonly Output[] = ['deck', 'slides', 'handout']

/** What an edition sees in any output made of slides. */
const blocksFor = (blocks: readonly Block[], edition: Edition): Block[] =>
  selectBlocks(blocks, ({audience}) => isOnSlides(audience, edition))

const isOnSlides = ({editions, outputs}: Audience, edition: Edition): boolean =>
  editions.includes(edition) && slideOutputs.some((output) => outputs.includes(output))

interface Place {
  readonly edition: Edition
  readonly level: number
  readonly rules: SlideRules
}

function expectSection(section: Section, outer: Place): void {
  const {audience, position, slideLevel, slideMode} = section
  if (!isOnSlides(audience, outer.edition)) return
  const modeReason = `slides: ${slideMode} (${placeText(outer.rules.files, position.start.line)})`
  const rules: SlideRules = slideMode ? {...outer.rules, mode: slideMode, modeReason} : outer.rules
  const level = slideLevel ?? outer.level
  const isDeepest = section.depth >= level
  const blocks = blocksFor(isDeepest ? withInner(section) : section.blocks, outer.edition)
  rules.entries.states.set(section.id, expectTitle(section, blocks, rules))
  expectHeading(blocks, rules)
  if (!isDeepest) for (const child of section.sections) expectSection(child, {...outer, level, rules})
}

/** Where another title stands on the slide, the book's is in the reading text. */
function expectTitle({position, shortTitle}: Section, blocks: readonly Block[], {files}: SlideRules): Expectation {
  const written = blocks.find((block): block is SlideBlock => block.type === 'slide')
  if (written && written.title.length > 0)
    return {
      state: 'reading',
      reason: `:::slide (${placeText(files, written.position.start.line)}) has a title of its own`,
    }
  if (!shortTitle) return {state: 'shown', reason: ''}
  return {state: 'reading', reason: `short="${shortTitle}" (${placeText(files, position.start.line)})`}
}

/** Headings below the deepest with slides of their own are lines in bold. */
function withInner({blocks, sections}: Section): Block[] {
  return [
    ...blocks,
    ...sections.flatMap((child): Block[] => {
      const {audience, id, position, title} = child
      return [
        {type: 'prose', id, position, audience, children: [{type: 'strong', children: [...title]}]},
        ...withInner(child),
      ]
    }),
  ]
}

/** The blocks under one heading: where slides are written by hand, they stand for all of it. */
function expectHeading(blocks: readonly Block[], rules: SlideRules): void {
  const {files} = rules
  for (const block of blocks) {
    const reason = `speaker notes (${placeText(files, block.position.start.line)})`
    if (block.type === 'speakerNotes') expectBeside(block, reason, rules)
  }
  const others = blocks.filter(({type}) => type !== 'speakerNotes')
  const written = others.filter((block): block is SlideBlock => block.type === 'slide')
  const [first] = written
  if (!first) {
    for (const group of splitAtBreaks(others)) expectBlocks(group, rules)
    return
  }
  const reason = `:::slide (${placeText(files, first.position.start.line)}) replaces it`
  for (const block of others) if (block.type !== 'slide') expectBeside(block, reason, rules)
  for (const slide of written) {
    for (const block of slide.blocks) {
      if (block.type === 'speakerNotes')
        expectBeside(block, `speaker notes (${placeText(files, block.position.start.line)})`, rules)
      else expectWhole(block, rules)
    }
  }
}

function splitAtBreaks(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = [[]]
  for (const block of blocks) {
    if (block.type === 'break') groups.push([])
    else groups.at(-1)?.push(block)
  }
  return groups
}

/** A note stands at the foot of the slide that has its mark, by the lead of its first paragraph; else beside it. */
function expectFootnote({blocks, identifier}: Footnote, rules: SlideRules): void {
  const {entries, files} = rules
  const isOnSlide = entries.marks.has(identifier)
  for (const [index, block] of blocks.entries()) {
    const at = `(${placeText(files, block.position.start.line)})`
    if (!isOnSlide) expectBeside(block, `its mark is in the reading text ${at}`, rules)
    else if (index > 0 || block.type !== 'prose') expectBeside(block, `further paragraph of a note ${at}`, rules)
    else expectNote(block, `its lead, as a note of a slide ${at}`, rules)
  }
}

function expectNote(block: Extract<Block, {type: 'prose'}>, reason: string, rules: SlideRules): void {
  const {course, density, entries} = rules
  const {children, id} = block
  const kept = someLeadOf(children, density.lead)
  if (!isPart(kept, children)) expectWhole(block, rules)
  else {
    entries.states.set(id, {state: 'condensed', reason, texts: [normalizeText(keptText({children, kept}, course))]})
    mark(kept, entries)
  }
}
