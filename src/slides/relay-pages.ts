import type {Measure, Slide, SlideLayout, SlideMeasure} from '../model/deck.ts'
import {canStandBeside, fits, isRoomy} from './choose-layout.ts'
import {withNotes, type NoteContext} from './page-notes.ts'

/** A page that is no fuller than this looks as if something were missing. */
const sparse = 0.4

interface RelayContext extends NoteContext {
  readonly measure: Measure
}

/** A way to show a page, or with the next one both. */
interface Trial {
  readonly slide: Slide
  readonly takes: 1 | 2
}

/**
 * Looks again at slides that were cut, each group one draft: a page of few words stands larger, a lone picture alone, and words
 * that fill no page go beside the picture before or after them. What fits is measured as everything else.
 */
export async function relayPages(groups: readonly (readonly Slide[])[], context: RelayContext): Promise<Slide[]> {
  const trials = groups.map((pages) =>
    pages.length > 1 ? pages.map((_page, index) => trialsAt(pages, index, context)) : [],
  )
  const measures = await context.measure(trials.flat(2).map(({slide}) => slide))
  let next = 0
  return groups.flatMap((pages, group) => {
    const measured = (trials[group] ?? []).map((ofPage) =>
      ofPage.map((trial) => ({...trial, measure: measures[next++]})),
    )
    return measured.length > 0 ? numbered(choose(pages, measured)) : [...pages]
  })
}

/** As it is, then the other layouts, then joined to the next page. */
function trialsAt(pages: readonly Slide[], index: number, context: RelayContext): Trial[] {
  const [page, next] = pages.slice(index, index + 2)
  if (!page || !isPlain(page)) return page ? [{slide: page, takes: 1}] : []
  const as = (slide: Slide, layout: SlideLayout): Slide => withNotes({...slide, layout, items: natural(slide)}, context)
  const joined = next && isPlain(next) ? join(page, next) : undefined
  return [
    {slide: page, takes: 1},
    ...layoutsOf(page).map((layout): Trial => ({slide: as(page, layout), takes: 1})),
    ...(joined && canStandBeside(joined) ? [{slide: as(joined, 'beside'), takes: 2 as const}] : []),
  ]
}

function layoutsOf(page: Slide): SlideLayout[] {
  const [first, second] = page.items
  if (!second) return first?.block.type === 'figure' ? ['figure'] : []
  const isShrunk = page.items.some(({pictureHeight}) => pictureHeight !== undefined)
  return isShrunk && canStandBeside(page) ? ['beside'] : []
}

const isPlain = ({layout, scale}: Slide) => layout === 'content' && scale === 1

const natural = ({items}: Slide) => items.map(({pictureHeight: _height, ...item}) => item)

const join = (one: Slide, next: Slide): Slide => ({
  ...one,
  items: [...one.items, ...next.items],
  reading: [...one.reading, ...next.reading],
  footnotes: [...one.footnotes, ...next.footnotes],
  notes: [...one.notes, ...next.notes],
})

type Measured = Trial & {readonly measure: SlideMeasure | undefined}

function choose(pages: readonly Slide[], measured: readonly (readonly Measured[])[]): Slide[] {
  const chosen: Slide[] = []
  const isSparse = (index: number) => {
    const {available = 1, used = 1} = measured[index]?.[0]?.measure ?? {}
    return used < available * sparse
  }
  for (let index = 0; index < pages.length; index++) {
    const [own, ...others] = measured[index] ?? []
    if (!own) continue
    const other = others.findLast(({measure, takes}) => {
      const isWanted = takes === 1 || isSparse(index) || isSparse(index + 1)
      return isWanted && measure !== undefined && fits(measure)
    })
    if (other) chosen.push(other.slide)
    else
      chosen.push(
        own.measure && isPlain(own.slide) && isRoomy(own.slide, own.measure)
          ? {...own.slide, layout: 'roomy'}
          : own.slide,
      )
    if (other?.takes === 2) index++
  }
  return chosen
}

/** Pages that were joined leave fewer. */
function numbered(pages: readonly Slide[]): Slide[] {
  const [first] = pages
  return pages.map((page, index) => ({
    ...page,
    id: index === 0 ? page.id : `${first?.id ?? ''}-p${index + 1}`,
    part: {index: index + 1, count: pages.length},
  }))
}
