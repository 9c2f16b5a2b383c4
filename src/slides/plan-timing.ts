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
 * How long each slide takes. The notes say it when there are any, else the full text of what the slide shows; a section's
 * `timing` in seconds is shared among its slides in these proportions.
 */
export function planTiming(slides: readonly Slide[]): Slide[] {
  const estimated = slides.map((slide) => ({...slide, seconds: Math.round(secondsOf(slide))}))
  const ofSection = Map.groupBy(estimated, ({section}) => section)
  return estimated.map((slide) => {
    const budget = Number(slide.attributes['data-timing'])
    const all = ofSection.get(slide.section) ?? [slide]
    if (!(budget > 0)) return slide
    const sum = all.reduce((total, {seconds}) => total + seconds, 0)
    return {...slide, seconds: Math.round((budget * slide.seconds) / sum)}
  })
}

function secondsOf({items, notes, reading}: Slide): number {
  if (notes.length > 0) return Math.max(leastSeconds, spokenSeconds(notes))
  const whole = items.filter(({condensed, piece}) => !condensed && (piece?.from ?? 0) === 0).map(({block}) => block)
  const pictures = whole.filter(({type}) => ['equation', 'figure', 'listing', 'table'].includes(type))
  const words = [...whole.filter((block) => !pictures.includes(block)), ...reading]
  return Math.max(leastSeconds, spokenSeconds(words) + pictures.length * secondsPerPicture)
}

function spokenSeconds(blocks: readonly Block[]): number {
  const text = Array.from(descend(blocks), (block) => toString(ownPhrasing(block))).join(' ')
  const characters = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0
  const words = text.match(/[\p{Script=Latin}\p{Script=Greek}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0
  return 60 * (characters / charactersPerMinute + words / wordsPerMinute)
}
