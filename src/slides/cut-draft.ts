import type {VFile} from 'vfile'
import {least, greatest} from '../model/greatest.ts'
import type {ItemMeasure, Slide, SlideItem, SlideMeasure} from '../model/deck.ts'
import {announcesNext, priceOfCut} from './break-rules.ts'
import type {Draft} from './draft-blocks.ts'
import {withNotes, type NoteContext} from './page-notes.ts'
import {paginate, type Page} from './paginate.ts'
import {reportOverflow} from './report-overflow.ts'

/** A drawing has no text that could say so: below this it is too small to be seen from the back of the room. */
const smallestScale = 0.5

export interface CutContext extends NoteContext {
  readonly file: VFile | undefined
}

/** The slides of a draft that no layout holds, cut by the heights of its items. */
export function cutDraft(draft: Draft, measure: SlideMeasure, context: CutContext): Slide[] {
  const together = draft.items.map((item, index) => announcesNext(item, draft.items[index + 1], draft.reading))
  const notesOf = (item: number, part: number | undefined) => {
    const cut = cutItem(draft.items[item] as SlideItem, part, part === undefined ? undefined : part + 1)
    return withNotes({...draft, items: [cut]}, context).pageNotes.map(({id}) => id)
  }
  const cutPrice = (item: number, part: number) => priceOfCut(draft.items[item]?.block, part)
  const pages = paginate(measure, {together, cutPrice, ...(measure.notesFrame > 0 ? {notesOf} : {})})
  const spoken = draft.notes.map((_note, index) => pageSpokenOf(index, draft, pages))
  return pages.map((page, index): Slide => {
    const ofPage = page.items.map(({item}) => measure.items[item])
    const tall = (measure.available - page.notesHeight) / page.height
    const scale = least(
      ofPage.map((item) => item?.widthScale ?? 1),
      Math.min(1, tall),
    )
    const floor = greatest(
      ofPage.map((item) => item?.floor ?? 0),
      smallestScale,
    )
    if (scale < floor) reportOverflow(draft, page, {file: context.file, measure, floor, scale})
    const cut = {
      ...draft,
      id: index === 0 ? draft.id : `${draft.id}-p${index + 1}`,
      part: {index: index + 1, count: pages.length},
      items: page.items.map(({from, item, to}) => {
        const piece = cutItem(draft.items[item] as SlideItem, from, to)
        const whole = measure.items[item]
        return withPicture(withColumns(piece, whole?.columns ?? []), whole?.picture, givenBy(page, measure))
      }),
      scale: Math.max(floor, Math.floor(scale * 1000) / 1000),
      reading: draft.reading.filter(({position}) => pageOf(position.start.line, draft, pages) === index),
      footnotes: draft.footnotes.filter(({line}) => pageOf(line, draft, pages) === index),
      notes: draft.notes.filter((_note, number) => spoken[number] === index),
    }
    return withNotes(cut, context)
  })
}

/** What goes on of an item does not follow the pause that its beginning follows. */
function cutItem(item: SlideItem, from: number | undefined, to: number | undefined): SlideItem {
  if (from === undefined || to === undefined) return item
  const {isAfterPause: _isAfterPause, ...rest} = item
  return {...(from === 0 ? item : rest), piece: {from, to}}
}

/** The share of what they can that the pictures of a page give, 0 to 1. */
function givenBy({items, shrink}: Page, measure: SlideMeasure): number {
  const all = items.reduce((sum, {item}) => {
    const {height = 0, least: lowest = 0} = measure.items[item]?.picture ?? {}
    return sum + height - lowest
  }, 0)
  return all > 0 ? shrink / all : 0
}

function withPicture(item: SlideItem, picture: ItemMeasure['picture'], share: number): SlideItem {
  if (!picture || share === 0) return item
  return {...item, pictureHeight: Math.floor(picture.height - share * (picture.height - picture.least))}
}

/** Fewer rows would set their columns in other widths, and take another height than was measured. */
function withColumns(item: SlideItem, columns: readonly number[]): SlideItem {
  const {piece} = item
  if (!piece || columns.length === 0) return item
  return {...item, piece: {...piece, columns: columns.map((width) => Math.round(width * 100) / 100)}}
}

/** The page that shows what stands at a line, or the last thing before it. */
function pageOf(line: number, draft: Slide, pages: readonly Page[]): number {
  const item = draft.items.findLastIndex(({block}) => block.position.start.line <= line)
  return Math.max(
    0,
    pages.findIndex(({items}) => items.some((candidate) => candidate.item === item)),
  )
}

/** A speaker note says what goes with the blocks since the note before it: it stands on the page where these begin. */
function pageSpokenOf(index: number, draft: Slide, pages: readonly Page[]): number {
  const [from, to] = [index - 1, index].map((one) => draft.notes[one]?.position.start.line ?? 0) as [number, number]
  const first = draft.items.find(({block}) => block.position.start.line > from && block.position.start.line < to)
  return pageOf(first?.block.position.start.line ?? to, draft, pages)
}
