import {slideSizes} from '../../model/slide-size.ts'
import {boxWidth, renderFramed} from './entry.ts'
import type {Handout, HandoutPages} from './handout.ts'
import {captionHeight, titleHeight} from './plan-grid.ts'
import {sheetOf} from './page-rules.ts'
import {lineHeight, renderLines} from './ruled-lines.ts'
import {renderSheets, sheetStyle} from './sheets.ts'

const slidesOnPage = 3
/** In mm. */
const gap = 8
const widest = 92

/** Three slides a page, each beside lines to write on. */
export function linesPages(handout: Handout): HandoutPages {
  const {area} = sheetOf(handout.course.print.paper, 'portrait')
  const {height, width} = slideSizes[handout.course.slideSize]
  const row = (area[1] - titleHeight) / slidesOnPage - gap
  const box = Math.min(widest, ((row - captionHeight) * width) / height)
  const lines = Math.floor(row / lineHeight)
  const body = renderSheets(handout, slidesOnPage, (slide) => [renderFramed(slide, handout), renderLines(lines)])
  return {orientation: 'portrait', css: boxWidth(box) + sheetStyle(slidesOnPage, '1fr', area[1]), body}
}
