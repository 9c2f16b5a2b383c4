import {blocks, paragraph} from './kinds.ts'
import {onElement, openBook, openDeck} from './markup.ts'
import {defect, mutantsOf, several} from './mutant.ts'
import {blankFrom, marksOf, nameOf, paragraphsOf, textOf} from './pdf-edits.ts'
import {pdfPaths} from './pdf-objects.ts'
import {onPdf} from './pdf.ts'
import {halve} from './texts.ts'

const inPdf = (path: string, least: number) =>
  onPdf(path, (pdf, choose) => {
    const tag = choose(paragraphsOf(pdf, least))
    blankFrom(marksOf(tag), Math.ceil(textOf(tag).length / 2))
    return nameOf(tag)
  })

export const blockHalved = mutantsOf('block-halved', 'half of a block dropped', [
  defect('deck', 'a paragraph of the reading text', onElement(openDeck(), paragraph('reading'), halve)),
  defect('deck', 'a line of a slide', onElement(openDeck(), paragraph('slide'), halve)),
  defect('deck', 'a list of a slide', onElement(openDeck(), blocks('slide', ['ul', 'ol'], 30), halve)),
  several(2, defect('epub', 'a paragraph', onElement(openBook(), paragraph('book'), halve))),
  defect('epub', 'a list', onElement(openBook(), blocks('book', ['ul', 'ol'], 60), halve)),
  several(2, defect('pdf', 'a paragraph', inPdf(pdfPaths.pdf, 60))),
  defect('slides', 'a line of a slide', inPdf(pdfPaths.slides, 16)),
  defect('handout', 'a paragraph of the reading text', inPdf(pdfPaths.handout, 60)),
])
