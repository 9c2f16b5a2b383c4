import {toString} from 'mdast-util-to-string'
import type {Block} from '../model/block.ts'
import type {Slide} from '../model/deck.ts'
import {descend, ownPhrasing} from '../model/walk.ts'

/** How fast a lecturer speaks, a minute. */
const charactersPerMinute = 240
const wordsPerMinute = 130
/** What a picture, table, formula or listing takes to be looked at. */
const secondsPerPicture = 30
const leastSeconds = 15

/**
 * How long each slide takes: by the length of its notes when there are any, else by the full text of what it shows. What the
 * author gives a section (`timing`, in seconds) or its notes (`minutes`) is shared among their slides in these proportions.
 */
export function planTiming(slides: readonly Slide[]): Slide[] {
  const estimated = slides.map((slide) => ({...slide, seconds: Math.round(secondsOf(slide))}))
  let key = ''
  const groups = Map.groupBy(estimated, (slide) => (key = budgetKey(slide, key)))
  return Array.from(groups.values(), shareBudget).flat()
}

/**
 * Slides that share a budget: of a section that has one, else the parts of what was one slide, from one with `minutes` in its
 * notes to the next.
 */
function budgetKey({attributes, id, notes, part, section}: Slide, previous: string): string {
  if (attributes['data-timing']) return section
  return part.index > 1 && minutesOf(notes) === 0 ? previous : id
}

function shareBudget(slides: readonly Slide[]): Slide[] {
  const ofSection = Number(slides[0]?.attributes['data-timing'] ?? 0)
  const budget = ofSection || 60 * minutesOf(slides.flatMap(({notes}) => notes))
  const estimate = slides.reduce((sum, {seconds}) => sum + seconds, 0)
  if (!(budget > 0)) return [...slides]
  return slides.map((slide) => ({...slide, seconds: Math.round((budget * slide.seconds) / estimate)}))
}

const minutesOf = (notes: readonly Block[]) =>
  notes.reduce((sum, note) => sum + (note.type === 'speakerNotes' ? (note.minutes ?? 0) : 0), 0)

function secondsOf({items, notes, reading}: Slide): number {
  if (notes.length > 0) return Math.max(leastSeconds, spokenSeconds(notes))
  const whole = items.filter(({condensed, piece}) => !condensed && (piece?.from ?? 0) === 0).map(({block}) => block)
  const pictures = whole.filter(({type}) => ['equation', 'figure', 'listing', 'table'].includes(type))
  const words = [...whole, ...reading].filter((block) => !pictures.includes(block) && !isWorks(block))
  return Math.max(leastSeconds, spokenSeconds(words) + pictures.length * secondsPerPicture)
}

/** Nobody reads the works cited aloud. */
const isWorks = (block: Block) => block.type === 'list' && block.marker === 'reference'

function spokenSeconds(blocks: readonly Block[]): number {
  const text = Array.from(descend(blocks), (block) => toString(ownPhrasing(block))).join(' ')
  const characters = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0
  const words = text.match(/[\p{Script=Latin}\p{Script=Greek}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0
  return 60 * (characters / charactersPerMinute + words / wordsPerMinute)
}
