import type {Block, List, ListItem} from '../../model/block.ts'
import type {Expectation} from '../../model/coverage.ts'
import type {Density} from '../../model/deck.ts'
import type {Course, SlideMode} from '../../model/course.ts'
import {hasExcerpt} from '../../model/slice-block.ts'
import {placeText, type ChapterFiles} from '../../model/source-place.ts'
import {descend, descendPhrasing, ownPhrasing} from '../../model/walk.ts'
import {normalizeText} from '../normalize-text.ts'
import {blockTexts, phrasingText} from '../unit-texts.ts'
import {boldOf, isPart, lengthOf, leadOf, sentenceOf, someLeadOf, type Kept} from './lead-of.ts'
import {keptText, textsWhole} from './texts-on-slide.ts'

/** What stands on the slides of one heading, by the rules of docs/slides.md. */
export interface SlideRules {
  readonly course: Course
  readonly density: Density
  readonly mode: SlideMode
  /** The setting that says so, with its line. */
  readonly modeReason: string
  readonly files: ChapterFiles
  readonly entries: Entries
}

/** What is found out, block by block: the states, and the notes whose marks stand on slides. */
export interface Entries {
  readonly states: Map<string, Expectation>
  readonly marks: Set<string>
}

const shown: Expectation = {state: 'shown', reason: ''}

/** The blocks of a heading between two `---`, where no slide is written by hand. */
export function expectBlocks(blocks: readonly Block[], rules: SlideRules): void {
  if (rules.mode === 'reading') {
    for (const block of blocks) expectBeside(block, rules.modeReason, rules)
    return
  }
  const onSlide = blocks
    .filter(({audience}) => audience.outputs.includes('deck'))
    .flatMap((block) => (block.type === 'group' && block.behaviour === 'glossary' ? block.blocks : [block]))
  const hasLead = (block: Block) =>
    rules.mode === 'full' || block.type !== 'prose' || leadIn(block, rules) !== undefined
  const isProse = onSlide.every(({type}) => type === 'prose' || type === 'pause')
  // A slide says something, and a section of nothing but prose something of each paragraph.
  const needsLeads = isProse || !onSlide.some((block) => !neverShown(block) && hasLead(block))
  for (const block of onSlide) expectBlock(block, {...rules, needsLeads})
}

interface BlockRules extends SlideRules {
  readonly needsLeads: boolean
}

const leadIn = ({children}: Extract<Block, {type: 'prose'}>, {density}: SlideRules): Kept =>
  leadOf(children, density.lead)

const neverShown = (block: Block) => ['index', 'pause', 'rawHtml', 'solution'].includes(block.type) || isWorks(block)

/** The works cited: slides name each in short where they cite it. */
const isWorks = (block: Block) => block.type === 'list' && block.marker === 'reference'

function expectBlock(block: Block, rules: BlockRules): void {
  if (rules.mode === 'full') expectFull(block, rules)
  else expectLead(block, rules)
}

function expectFull(block: Block, rules: SlideRules): void {
  if (block.type === 'solution' || block.type === 'index') expectBeside(block, neverOn(block, rules.files), rules)
  else expectWhole(block, rules)
}

function expectLead(block: Block, rules: BlockRules): void {
  const {density, files} = rules
  switch (block.type) {
    case 'prose':
      return expectProse(block, rules)
    case 'list':
      return isWorks(block) ? expectBeside(block, neverOn(block, files), rules) : expectList(block, rules)
    case 'definitionList': {
      const isShort = textOf(block) <= density.list
      const firsts = block.entries.flatMap(({descriptions}) =>
        descriptions.flatMap(([first]) => (first ? [first] : [])),
      )
      const isCut = block.entries.some(({descriptions}) => descriptions.some(({length}) => length > 1))
      const parts = firsts.map((first) => partOf(first, density.lead))
      if (isShort) return expectWhole(block, rules)
      const terms = block.entries.flatMap((entry) => entry.terms.map((term) => phrasingText(term, rules.course)))
      const texts = [...terms, ...parts.map((part) => keptText(part, rules.course))]
      return isCut || parts.some(({children, kept}) => isPart(kept, children))
        ? expectPart(block, {parts, texts}, rules)
        : expectWhole(block, rules)
    }
    case 'callout':
    case 'details':
    case 'exercise':
    case 'hint':
    case 'quote':
    case 'theorem':
      if (textOf(block) <= density.container) return expectWhole(block, rules)
      set(block.id, shown, rules.entries)
      mark(ownPhrasing(block), rules.entries)
      for (const inner of block.blocks) expectLead(inner, {...rules, needsLeads: true})
      return undefined
    case 'index':
    case 'rawHtml':
    case 'solution':
      return expectBeside(block, neverOn(block, files), rules)
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
      return expectWhole(block, rules)
    default:
      return block satisfies never
  }
}

/** The setting that shortens a listing or table on slides, with its place; empty if none does. */
function excerptReason(block: Block, {slideLimits, slideModeLine}: Course, files: ChapterFiles): string {
  if ((block.type !== 'listing' && block.type !== 'table') || !hasExcerpt(block)) return ''
  if (block.shortenedFrom !== undefined)
    return `slides: {${block.type}: ${slideLimits[block.type]}} (course.yml:${slideModeLine})`
  return `slide="${(block.excerpt ?? []).join('-')}" (${placeText(files, block.position.start.line)})`
}

/** The slide shows the whole block, or the excerpt of a listing or table that has one. */
export function expectWhole(
  block: Block,
  {course, entries, files}: Pick<SlideRules, 'course' | 'entries' | 'files'>,
): void {
  for (const inner of descend([block])) {
    const reason = excerptReason(inner, course, files)
    const texts = textsWhole(inner, course)
    set(inner.id, {...(reason ? {state: 'condensed', reason} : shown), ...(texts ? {texts} : {})}, entries)
    mark(ownPhrasing(inner), entries)
  }
}

/** It stands beside the slide: in the reading text, or in the speaker's notes. */
export function expectBeside(block: Block, reason: string, {entries}: Pick<SlideRules, 'entries'>): void {
  for (const inner of descend([block])) set(inner.id, {state: 'reading', reason}, entries)
}

interface Part {
  readonly kept: readonly Phrasing[]
  readonly children: readonly Phrasing[]
}

type Phrasing = Extract<Block, {type: 'prose'}>['children'][number]

function expectList(block: List, rules: BlockRules): void {
  const {density} = rules
  const isLong = block.items.some((item) => itemLength(item) > density.item || item.blocks.length > 1)
  const isShort = textOf(block) <= density.list && block.items.every((item) => itemLength(item) <= density.item)
  if (isShort || !isLong) return expectWhole(block, rules)
  const firsts = block.items.flatMap(({blocks: [first]}) => (first?.type === 'prose' ? [first.children] : []))
  const fit = firsts.every((children) => lengthOf(sentenceOf(children, density.lead)) <= density.lead)
  const byBold = !fit && firsts.every((children) => boldOf(children))
  const partOfItem = (children: readonly Phrasing[]): Part => {
    const kept = (byBold ? boldOf(children) : undefined) ?? sentenceOf(children, density.lead)
    return {kept, children}
  }
  const parts = firsts.map((children) => partOfItem(children))
  const whole = blockTexts(block, rules.course)
  const texts = block.items.map(({blocks: [first]}, index) =>
    first?.type === 'prose' ? keptText(partOfItem(first.children), rules.course) : (whole[index] ?? ''),
  )
  const isCut = block.items.some(({blocks}) => blocks[0]?.type === 'prose' && blocks.length > 1)
  return isCut || parts.some(({children, kept}) => isPart(kept, children))
    ? expectPart(block, {parts, texts}, rules)
    : expectWhole(block, rules)
}

/** Of a paragraph its lead; of anything else, the whole. */
function partOf(block: Block, longest: number): Part {
  const children = block.type === 'prose' ? block.children : ownPhrasing(block)
  return {kept: block.type === 'prose' ? someLeadOf(children, longest) : children, children}
}

function expectProse(block: Extract<Block, {type: 'prose'}>, rules: BlockRules): void {
  const {density, entries, needsLeads, files} = rules
  const {children} = block
  const kept = needsLeads ? someLeadOf(children, density.lead) : leadIn(block, rules)
  if (kept && !isPart(kept, children)) return expectWhole(block, rules)
  const part = kept && {kept, children}
  if (part) return expectPart(block, {parts: [part], texts: [keptText(part, rules.course)]}, rules)
  const reason = `slides: lead; no sentence and no bold lead of at most ${density.lead} characters`
  return set(
    block.id,
    {state: 'reading', reason: `${reason} (${placeText(files, block.position.start.line)})`},
    entries,
  )
}

/** Leads stand on the slide, and all of it beside. */
function expectPart(
  block: Block,
  {parts, texts}: {readonly parts: readonly Part[]; readonly texts: readonly string[]},
  {entries, files}: SlideRules,
): void {
  const reason = `slides: lead (${placeText(files, block.position.start.line)})`
  for (const inner of descend([block])) set(inner.id, {state: 'condensed', reason}, entries)
  set(block.id, {state: 'condensed', reason, texts: texts.map((text) => normalizeText(text)).filter(Boolean)}, entries)
  for (const {kept} of parts) mark(kept, entries)
}

const neverOn = ({position, type}: Block, files: ChapterFiles) =>
  `${type === 'list' ? 'works cited' : type}: never on slides (${placeText(files, position.start.line)})`

function set(id: string, expectation: Expectation, {states}: Entries): void {
  states.set(id, expectation)
}

/** Records the footnotes whose marks the slides show. */
export function mark(nodes: readonly Phrasing[], {marks}: Entries): void {
  for (const node of descendPhrasing(nodes)) if (node.type === 'footnoteReference') marks.add(node.identifier)
}

/** Length of all text in a block. */
function textOf(block: Block): number {
  return [...descend([block])].reduce((sum, inner) => sum + lengthOf(ownPhrasing(inner)), 0)
}

const itemLength = (item: ListItem) => item.blocks.reduce((sum, block) => sum + textOf(block), 0)
