import {reportProblem} from '../diagnostics/report-problem.ts'
import type {Course} from '../model/course.ts'
import type {Deck, Measure, Slide, SlideItem, SlideMeasure} from '../model/deck.ts'
import type {Edition} from '../model/output.ts'
import {toString} from 'mdast-util-to-string'
import type {VFile} from 'vfile'
import {pageNotes} from './page-notes.ts'
import {draftSlides} from './draft-slides.ts'
import {paginate, type Page} from './paginate.ts'

/** A drawing has no text that could say so: below this it is too small to be seen from the back of the room. */
const smallestScale = 0.5

/**
 * Projects a course to slides: drafts by the default mapping, cut by heights that `measure` takes in the browser.
 * What can be neither cut nor scaled down to the floor is an error with the excess in px.
 */
export async function projectDeck(
  course: Course,
  edition: Edition,
  {files, measure}: {readonly measure: Measure; readonly files: ReadonlyMap<string, VFile>},
): Promise<Deck> {
  const drafts = draftSlides(course, edition).map((draft) => withNotes(draft, course))
  const beside = drafts.filter((draft) => canStandBeside(draft)).map((draft): Slide => ({...draft, layout: 'beside'}))
  const measures = await measure([...drafts, ...beside])
  const besideMeasures = new Map(beside.map((draft, index) => [draft.id, measures[drafts.length + index]]))
  const fileOf = (slide: Slide) =>
    files.get(course.chapters.find((chapter) => chapter.id === slide.chapter)?.sourcePath ?? '')
  const slides = drafts.flatMap((draft, index) => {
    const measured = measures[index]
    if (!measured || draft.items.length === 0 || draft.layout === 'chapter') return [draft]
    const notes = notesHeight(measured)
    if (measured.used + notes <= measured.available && isNarrow(measured))
      return [isRoomy(draft, measured) ? {...draft, layout: 'roomy' as const} : draft]
    const other = besideMeasures.get(draft.id)
    if (other && isNarrow(other) && other.used + notesHeight(other) <= other.available)
      return [{...draft, layout: 'beside' as const}]
    return cutDraft(draft, measured, {course, file: fileOf(draft)})
  })
  return {edition, slides}
}

function withNotes(slide: Slide, course: Course): Slide {
  const footnotes = course.chapters.find(({id}) => id === slide.chapter)?.footnotes ?? []
  return {...slide, pageNotes: pageNotes(slide.items, {course, footnotes})}
}

const isNarrow = ({items}: SlideMeasure) => items.every(({widthScale}) => widthScale === 1)

/** Height of all notes at the foot of a slide. */
const notesHeight = ({notes, notesFrame}: SlideMeasure) =>
  Object.values(notes).reduce((sum, height) => sum + height, notesFrame)

/** Words that leave most of the slide empty can stand larger and still fit: their area grows by two thirds at most. */
function isRoomy(draft: Slide, {available, notesFrame, used}: SlideMeasure): boolean {
  if (notesFrame > 0) return false

  const isWords = draft.items.every(({block}) =>
    ['prose', 'list', 'callout', 'exercise', 'quote', 'theorem'].includes(block.type),
  )
  return isWords && draft.layout === 'content' && used < available * 0.45
}

/** One figure and a few lines of text can share a slide, side by side. */
function canStandBeside(draft: Slide): boolean {
  const figures = draft.items.filter((item) => item.block.type === 'figure').length
  const texts = draft.items.filter(({block}) => ['prose', 'list', 'callout', 'equation'].includes(block.type)).length
  return figures === 1 && texts > 0 && texts + figures === draft.items.length
}

interface CutContext {
  readonly course: Course
  readonly file: VFile | undefined
}

function cutDraft(draft: Slide, measure: SlideMeasure, {course, file}: CutContext): Slide[] {
  const together = draft.items.map((item, index) => staysWithNext(item, draft.items[index + 1]))
  const notesOf = (item: number, part: number | undefined) => {
    const cut = cutItem(draft.items[item] as SlideItem, part, part === undefined ? undefined : part + 1)
    return withNotes({...draft, items: [cut]}, course).pageNotes.map(({id}) => id)
  }
  const pages = paginate(measure, together, measure.notesFrame > 0 ? notesOf : undefined)
  return pages.map((page, index): Slide => {
    const ofPage = page.items.map(({item}) => measure.items[item])
    const tall = (measure.available - page.notesHeight) / page.height
    const scale = Math.min(1, tall, ...ofPage.map((item) => item?.widthScale ?? 1))
    const floor = Math.max(smallestScale, ...ofPage.map((item) => item?.floor ?? 0))
    if (scale < floor) reportOverflow(draft, page, {file, measure, floor, scale})
    const cut = {
      ...draft,
      id: index === 0 ? draft.id : `${draft.id}-p${index + 1}`,
      part: {index: index + 1, count: pages.length},
      items: page.items.map(({from, item, to}) => {
        const piece = cutItem(draft.items[item] as SlideItem, from, to)
        return withColumns(piece, measure.items[item]?.columns ?? [])
      }),
      scale: Math.max(floor, Math.floor(scale * 1000) / 1000),
      reading: draft.reading.filter(({position}) => pageOf(position.start.line, draft, pages) === index),
      footnotes: draft.footnotes.filter(({line}) => pageOf(line, draft, pages) === index),
      notes: index === 0 ? draft.notes : [],
    }
    return withNotes(cut, course)
  })
}

/** A sentence that announces what follows stays with it. */
function staysWithNext(item: SlideItem, next: SlideItem | undefined): boolean {
  if (!next || item.block.type !== 'prose') return false
  return /[：:]\s*$/u.test(toString([...item.block.children]))
}

function cutItem(item: SlideItem, from: number | undefined, to: number | undefined): SlideItem {
  return from === undefined || to === undefined ? item : {...item, piece: {from, to}}
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

function reportOverflow(
  draft: Slide,
  page: Page,
  {file, floor, measure, scale}: {file: VFile | undefined; floor: number; scale: number; measure: SlideMeasure},
): void {
  const item = draft.items[page.items[0]?.item ?? 0]
  const tall = Math.ceil(page.height * floor + page.notesHeight - measure.available)
  const wide = Math.ceil(measure.width * (floor / scale - 1))
  const [excess, chinese, english] = tall > 0 ? [tall, '高', 'taller'] : [wide, '宽', 'wider']
  if (!file || !item) return
  reportProblem(file, {
    ruleId: 'slide-fits',
    reason: `缩到最小仍比幻灯片${chinese} ${excess} 像素 / Unexpected ${item.block.type}: ${excess} px ${english} than the slide at the smallest size`,
    place: item.block.position,
    hint: '拆开它，或用 :::slide 手写一页，或用 slide="首行-末行" 摘录代码 / split it, write the slide by hand with :::slide, or excerpt the listing with slide="3-18"',
  })
}
