import {blocks, paragraph} from './kinds.ts'
import {onElement, openBook, openDeck, type Edit} from './markup.ts'
import {defect, mutantsOf, several} from './mutant.ts'
import {marksOf, nameOf, paragraphsOf} from './pdf-edits.ts'
import {pdfPaths} from './pdf-objects.ts'
import {hasRoom, redraw} from './pdf-redraw.ts'
import {onPdf} from './pdf.ts'

/** Once more without what must be unique. */
const twice: Edit = (source) => source + source.replaceAll(/ id="[^"]*"/gu, '')
const twiceNameless: Edit = (source) => source + source.replaceAll(/ (?:id|data-block)="[^"]*"/gu, '')

const inPdf = (path: string, least: number) =>
  onPdf(path, (pdf, choose) => {
    const tag = choose(
      paragraphsOf(pdf, least).filter((one) => {
        const page = marksOf(one)[0]?.page
        return page && hasRoom(page, marksOf(one))
      }),
    )
    const page = marksOf(tag)[0]?.page
    if (page) redraw(pdf, tag, {page, after: tag})
    return nameOf(tag)
  })

const reading = paragraph('reading')

export const blockDuplicated = mutantsOf('block-duplicated', 'a block duplicated', [
  defect('deck', 'a line of a slide', onElement(openDeck(), paragraph('slide'), twice)),
  defect('deck', 'a paragraph of the reading text', onElement(openDeck(), reading, twice)),
  defect('deck', 'a paragraph of the reading text, without its mark', onElement(openDeck(), reading, twiceNameless)),
  several(2, defect('epub', 'a paragraph', onElement(openBook(), paragraph('book'), twice))),
  defect('epub', 'a table', onElement(openBook(), blocks('book', ['table']), twice)),
  defect('pdf', 'a paragraph, below all on its page', inPdf(pdfPaths.pdf, 40)),
  defect('slides', 'a line of a slide', inPdf(pdfPaths.slides, 12)),
  defect('handout', 'a paragraph of the reading text', inPdf(pdfPaths.handout, 60)),
])
