import type {ItemMeasure, Measure, Slide, SlideItem, SlideLayout, SlideMeasure} from '../model/deck.ts'
import {countUnits, excerptBlock, sliceBlock} from '../model/slice-block.ts'

/** Layouts that do not show their items in a body of their own. */
const bodiless: ReadonlySet<SlideLayout> = new Set<SlideLayout>(['title', 'chapter', 'section'])

/**
 * `measure`, held to what it promises: cutting goes by the place of an item among the measured ones, so that an item without a measure
 * would be lost, and with it whatever comes after. Throws where the items are not as many; where the parts of an item are not those that
 * `sliceBlock` counts, it is not cut.
 */
export const measureItems =
  (measure: Measure): Measure =>
  async (slides) => {
    const measures = await measure(slides)
    if (measures.length !== slides.length) throw new Error(`${slides.length} slides have ${measures.length} measures`)
    return measures.map((one, index) => checkItems(slides[index] as Slide, one))
  }

function checkItems({id, items, layout}: Slide, measure: SlideMeasure): SlideMeasure {
  if (bodiless.has(layout)) return measure
  if (measure.items.length !== items.length)
    throw new Error(`Slide ${id} has ${items.length} items, of which ${measure.items.length} were measured`)
  return {...measure, items: measure.items.map((one, index) => checkParts(items[index] as SlideItem, one))}
}

function checkParts({block, piece}: SlideItem, measure: ItemMeasure): ItemMeasure {
  const {parts} = measure
  const isCounted = parts.length === 0 || parts.length === countUnits(sliceBlock(excerptBlock(block), piece))
  return isCounted ? measure : {...measure, parts: []}
}
