import {reportProblem} from '../diagnostics/report-problem.ts'
import type {Course} from '../model/course.ts'
import type {Deck, Density, Measure, Slide, SlideMeasure} from '../model/deck.ts'
import type {Edition} from '../model/output.ts'
import type {VFile} from 'vfile'
import {checkLectures} from './check-lectures.ts'
import {fits, inLayout, isRoomy, layoutsFor} from './choose-layout.ts'
import {cutDraft, type CutContext} from './cut-draft.ts'
import type {Draft} from './draft-blocks.ts'
import {draftSlides} from './draft-slides.ts'
import {measureItems} from './measure-items.ts'
import {withNotes} from './page-notes.ts'
import {planTiming} from './plan-timing.ts'
import {relayPages} from './relay-pages.ts'

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
  const {density, files} = options
  const measure = measureItems(options.measure)
  const fileOf = ({chapter}: Slide) => files.get(course.chapters.find(({id}) => id === chapter)?.sourcePath ?? '')
  const drafts = draftSlides(course, edition, density)
  const layouts = drafts.map((draft) =>
    layoutsFor(draft, density).map((layout) => withNotes(inLayout(draft, layout), {course, density})),
  )
  const measures = await measure(layouts.flat())
  let next = 0
  const groups = layouts.map((candidates) => {
    const choices = candidates.map((draft) => ({draft, measure: measures[next++]}))
    const [first] = candidates
    return first ? chooseSlides(first, choices, {course, density, file: fileOf(first)}) : []
  })
  const timed = planTiming(await relayPages(groups, {course, density, measure}))
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

function reportLayout({items}: Draft, asked: string, {file}: CutContext): void {
  if (!file || !items[0]) return
  reportProblem(file, {
    ruleId: 'slide-layout-fits',
    reason: `内容放不进版式 \`${asked}\`，改用普通版式 / Unexpected layout \`${asked}\`: the content does not fit into it`,
    place: items[0].block.position,
    hint: '删减内容，或去掉 layout / say less, or drop `layout`',
  })
}
