import type {Element} from 'hast'
import {h} from 'hastscript'
import type {Slide} from '../../model/deck.ts'
import type {Handout} from './handout.ts'
import {titleHeight} from './plan-grid.ts'

/**
 * The slides that begin a page: the first of each chapter and appendix but the first, so that a lecture can be handed out
 * alone. What stands before the first goes with it, and what is made from all of them with the last.
 */
export function chapterStarts({course, deck}: Handout): ReadonlySet<Slide> {
  const roles = new Map(course.chapters.map(({id, role}) => [id, role]))
  const isLecture = ({chapter}: Slide) => roles.get(chapter) === 'chapter' || roles.get(chapter) === 'appendix'
  const firsts = deck.slides.filter((slide, index) => {
    return isLecture(slide) && deck.slides[index - 1]?.chapter !== slide.chapter
  })
  return new Set(firsts.slice(1))
}

/** Slides as they come together on pages, `count` on each. */
export function dealSlides(handout: Handout, count: number): Slide[][] {
  const starts = chapterStarts(handout)
  const sheets: Slide[][] = []
  for (const slide of handout.deck.slides) {
    const last = sheets.at(-1)
    if (last && last.length < count && !starts.has(slide)) last.push(slide)
    else sheets.push([slide])
  }
  return sheets
}

/** Rows that share the height of a sheet, which is that of the page, without the title on the first. */
export function sheetStyle(rows: number, columns: string, height: number): string {
  return `:root{--sheet-h:${height}mm;--title-h:${titleHeight}mm}.sheet{grid-template:repeat(${rows},minmax(0,1fr))/${columns}}`
}

/** A page for each deal of slides. */
export function renderSheets(handout: Handout, count: number, render: (slide: Slide) => Element[]): Element[] {
  return dealSlides(handout, count).map((slides) =>
    h(
      'div',
      {className: 'sheet'},
      slides.map((slide) => h('article', {className: 'entry', id: slide.id}, render(slide))),
    ),
  )
}
