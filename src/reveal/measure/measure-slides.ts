import type {Page} from 'puppeteer'
import type {ItemMeasure, PartMeasure, SlideMeasure, TextSizes} from '../../model/deck.ts'
import {readItemBoxes, type ItemBox} from './read-item-boxes.ts'
import {readItemParts} from './read-item-parts.ts'
import {readItemScales} from './read-item-scales.ts'
import {readSlideHeights} from './read-slide-heights.ts'

/** Measures every slide of a measuring page that is ready; no text may be scaled below `sizes`. */
export async function measureSlides(page: Page, sizes: TextSizes): Promise<SlideMeasure[]> {
  const heights = await page.evaluate(readSlideHeights)
  const boxes = await page.evaluate(readItemBoxes)
  const parts = await page.evaluate(readItemParts)
  const scales = await page.evaluate(readItemScales, sizes)
  return heights.map((slide, index) => ({
    ...slide,
    items: (boxes[index] ?? []).map((box, place) => ({
      ...framed(box, parts[index]?.[place] ?? []),
      ...(scales[index]?.[place] ?? {columns: [], floor: 0, widthScale: 1}),
    })),
  }))
}

/** What of an item stands above its first part and below its last stands again with each of its pieces. */
function framed(
  {bottom, isFrameless, top}: ItemBox,
  parts: readonly PartMeasure[],
): Pick<ItemMeasure, 'above' | 'below' | 'bottom' | 'parts' | 'top'> {
  const first = parts[0]?.top ?? top
  const last = parts.at(-1)?.bottom ?? bottom
  return {top, bottom, parts, ...(isFrameless ? {above: 0, below: 0} : {above: first - top, below: bottom - last})}
}
