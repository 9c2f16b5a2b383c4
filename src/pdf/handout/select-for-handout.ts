import type {Block} from '../../model/block.ts'
import type {Deck, SlideItem} from '../../model/deck.ts'
import {selectBlocks} from '../../model/select-blocks.ts'
import {excerptBlock, sliceBlock} from '../../model/slice-block.ts'

/** Slides as a handout shows them: without what its author keeps out of handouts, which the deck has. */
export function selectForHandout(deck: Deck): Deck {
  return {
    ...deck,
    slides: deck.slides.map((slide) => ({
      ...slide,
      items: slide.items.flatMap((item) => selectItem(item)),
      reading: selectBlocks(slide.reading, isForHandout),
      notes: selectBlocks(slide.notes, isForHandout),
    })),
  }
}

const isForHandout = ({audience}: Block) => audience.outputs.includes('handout')

function selectItem(item: SlideItem): SlideItem[] {
  const {block, piece, ...rest} = item
  // Cut before anything is taken out: parts are counted in what was measured.
  const part = sliceBlock(excerptBlock(block), piece)
  const [selected] = selectBlocks([part], isForHandout)
  if (!selected) return []
  return JSON.stringify(selected) === JSON.stringify(part) ? [item] : [{...rest, block: selected}]
}
