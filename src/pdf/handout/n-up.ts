import {slideSizes} from '../../model/slide-size.ts'
import {boxWidth, renderFramed} from './entry.ts'
import type {Handout, HandoutPages} from './handout.ts'
import {planGrid} from './plan-grid.ts'
import {sheetOf} from './page-rules.ts'
import {renderSheets, sheetStyle} from './sheets.ts'

/** So many slides a page, in the order of reading. */
export function nUpPages(handout: Handout, count: number): HandoutPages {
  const {height, width} = slideSizes[handout.course.slideSize]
  const grid = planGrid(count, width / height, handout.course.print.paper)
  const {area} = sheetOf(handout.course.print.paper, grid.orientation)
  const css = boxWidth(grid.width) + sheetStyle(grid.rows, `repeat(${grid.columns},auto)`, area[1])
  return {
    orientation: grid.orientation,
    css,
    body: renderSheets(handout, count, (slide) => [renderFramed(slide, handout)]),
  }
}
