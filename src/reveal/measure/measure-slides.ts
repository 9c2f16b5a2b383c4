import type {Page} from 'puppeteer'
import type {SlideMeasure, TextSizes} from '../../model/deck.ts'
import {readItemBoxes} from './read-item-boxes.ts'
import {readItemScales} from './read-item-scales.ts'
import {readSlideHeights} from './read-slide-heights.ts'

/** Measures every slide of a measuring page that is ready; no text may be scaled below `sizes`. */
export async function measureSlides(page: Page, sizes: TextSizes): Promise<SlideMeasure[]> {
  const heights = await page.evaluate(readSlideHeights)
  const boxes = await page.evaluate(readItemBoxes)
  const scales = await page.evaluate(readItemScales, sizes)
  return heights.map((slide, index) => ({
    ...slide,
    items: (boxes[index] ?? []).map((box, place) => ({
      ...box,
      ...(scales[index]?.[place] ?? {columns: [], floor: 0, widthScale: 1}),
    })),
  }))
}
