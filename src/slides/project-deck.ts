import {reportProblem} from '../diagnostics/report-problem.ts'
import type {Course} from '../model/course.ts'
import type {Deck, Density, Measure, Slide, SlideItem, SlideMeasure} from '../model/deck.ts'
import type {Edition} from '../model/output.ts'
import type {VFile} from 'vfile'
import {announcesNext, priceOfCut} from './break-rules.ts'
import {checkLectures} from './check-lectures.ts'
import {inLayout, isRoomy, layoutsFor} from './choose-layout.ts'
import type {Draft} from './draft-blocks.ts'
import {draftSlides} from './draft-slides.ts'
import {pageNotes} from './page-notes.ts'
import {paginate, type Page} from './paginate.ts'
import {planTiming} from './plan-timing.ts'

/** A drawing has no text that could say so: below this it is too small to be seen from the back of the room. */
const smallestScale = 0.5

export interface ProjectOptions {
  readonly density: Density
  readonly files: ReadonlyMap<string, VFile>
  readonly measure: Measure
}

/**
 * Projects a course to slides: drafts by the default mapping, each in the first layout that it fits into, or cut by heights
 * that `measure` takes in the browser. What can be neither cut nor scaled down to the floor is an error with the excess in px.
 */
export async function projectDeck(course: Course, edition: Edition, options: ProjectOptions): Promise<Deck> {
  const {density, files, measure} = options
  const fileOf = ({chapter}: Slide) => files.get(course.chapters.find(({id}) => id === chapter)?.sourcePath ?? '')
  const drafts = draftSlides(course, edition, density)
  const layouts = drafts.map((draft) =>
    layoutsFor(draft, density).map((layout) => withNotes(inLayout(draft, layout), {course, density})),
  )
  const measures = await measure(layouts.flat())
  let next = 0
  const slides = layouts.flatMap((candidates) => {
    const choices = candidates.map((draft) => ({draft, measure: measures[next++]}))
    const [first] = candidates
    return first ? chooseSlides(first, choices, {course, density, file: fileOf(first)}) : []
  })
  const timed = planTiming(slides)
  // Only the teacher's slides have the notes that say how long they take.
  if (edition === 'teacher' || course.editions.teacher.length === 0) checkLectures(timed, course, files)
  return {edition, slides: timed}
}

interface Choice {
  readonly draft: Draft
  readonly measure: SlideMeasure | undefined
}

function chooseSlides(first: Draft, choices: readonly Choice[], context: CutContext): Slide[] {
  if (first.items.length === 0 || first.layout === 'chapter') return [first]
  const chosen = choices.find(({measure}) => measure && fits(measure))
  const {asked} = first
  if (asked && asked !== chosen?.draft.layout) reportLayout(first, asked, context)
  const content = choices.find(({draft}) => draft.layout === 'content') ?? choices[0]
  if (!chosen?.measure) return content?.measure ? cutDraft(content.draft, content.measure, context) : [first]
  return [isRoomy(chosen.draft, chosen.measure) ? {...chosen.draft, layout: 'roomy'} : chosen.draft]
}

/** An item that is wider than its column does not fit, nor does a picture that the rest leaves no room. */
const fits = (measure: SlideMeasure) =>
  measure.used + notesHeight(measure) <= measure.available && measure.items.every(({widthScale}) => widthScale === 1)

/** Height of all notes at the foot of a slide. */
const notesHeight = ({notes, notesFrame}: SlideMeasure) =>
  Object.values(notes).reduce((sum, height) => sum + height, notesFrame)

interface NoteContext {
  readonly course: Course
  readonly density: Density
}

function withNotes<S extends Slide>(slide: S, {course, density}: NoteContext): S {
  const footnotes = course.chapters.find(({id}) => id === slide.chapter)?.footnotes ?? []
  return {...slide, pageNotes: pageNotes(slide.items, {course, footnotes, density})}
}

function reportLayout({items}: Draft, asked: string, {file}: CutContext): void {
  if (!file || !items[0]) return
  reportProblem(file, {
    ruleId: 'slide-layout-fits',
    reason: `内容放不进版式 \`${asked}\`，改用普通版式 / Unexpected layout \`${asked}\`: the content does not fit into it`,
    place: items[0].block.position,
    hint: '删减内容，或去掉 layout / say less, or drop `layout`',
  })
}

interface CutContext extends NoteContext {
  readonly file: VFile | undefined
}

function cutDraft(draft: Draft, measure: SlideMeasure, context: CutContext): Slide[] {
  const together = draft.items.map((item, index) => announcesNext(item, draft.items[index + 1], draft.reading))
  const notesOf = (item: number, part: number | undefined) => {
    const cut = cutItem(draft.items[item] as SlideItem, part, part === undefined ? undefined : part + 1)
    return withNotes({...draft, items: [cut]}, context).pageNotes.map(({id}) => id)
  }
  const cutPrice = (item: number, part: number) => priceOfCut(draft.items[item]?.block, part)
  const pages = paginate(measure, {together, cutPrice, ...(measure.notesFrame > 0 ? {notesOf} : {})})
  return pages.map((page, index): Slide => {
    const ofPage = page.items.map(({item}) => measure.items[item])
    const tall = (measure.available - page.notesHeight) / page.height
    const scale = Math.min(1, tall, ...ofPage.map((item) => item?.widthScale ?? 1))
    const floor = Math.max(smallestScale, ...ofPage.map((item) => item?.floor ?? 0))
    if (scale < floor) reportOverflow(draft, page, {file: context.file, measure, floor, scale})
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
    return withNotes(cut, context)
  })
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

/** What of a page is widest for its place, else tallest: that is what does not fit. */
function largestItem({items}: Page, measure: SlideMeasure): number {
  const sized = items.map(({item}) => ({item, size: sizeOf(measure.items[item])}))
  return sized.reduce((worst, one) => (one.size > worst.size ? one : worst), {item: items[0]?.item ?? 0, size: 0}).item
}

const sizeOf = (item: SlideMeasure['items'][number] | undefined) =>
  item ? (item.widthScale < 1 ? 1e6 / item.widthScale : item.bottom - item.top) : 0

function reportOverflow(
  draft: Slide,
  page: Page,
  {file, floor, measure, scale}: {file: VFile | undefined; floor: number; scale: number; measure: SlideMeasure},
): void {
  const item = draft.items[largestItem(page, measure)]
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
