import type {SlideMeasure} from '../../model/deck.ts'

export type SlideHeights = Omit<SlideMeasure, 'items'>

/**
 * Runs in the measuring page: the room on every slide, and what its content and notes take of it. Content boxes are block
 * formatting contexts; otherwise margins collapse out of them and heights come out short.
 */
export function readSlideHeights(): SlideHeights[] {
  return Array.from(document.querySelectorAll<HTMLElement>('.slide'), (slide) => {
    const content = slide.querySelector<HTMLElement>('.slide-body')
    const notesBox = slide.querySelector<HTMLElement>('.page-notes')
    const notes = Object.fromEntries(
      Array.from(slide.querySelectorAll<HTMLElement>('.page-notes > p'), (note) => [
        note.dataset['note'] ?? '',
        note.getBoundingClientRect().height,
      ]),
    )
    const ofNotes = Object.values(notes).reduce((sum, height) => sum + height, 0)
    const notesFrame = notesBox ? notesBox.getBoundingClientRect().height - ofNotes : 0
    if (!content) return {width: slide.offsetWidth, available: slide.offsetHeight, used: 0, notes, notesFrame}
    const {top: origin, width} = content.getBoundingClientRect()
    const used = Array.from(content.children).reduce(
      (most, item) => Math.max(most, item.getBoundingClientRect().bottom - origin),
      0,
    )
    const footer = slide.querySelector('.slide-footer') ?? slide
    const {bottom, top} = footer.getBoundingClientRect()
    return {width, available: (footer === slide ? bottom : top) - origin, used, notes, notesFrame}
  })
}
