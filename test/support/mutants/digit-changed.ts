import {inside, paragraph, tag} from './kinds.ts'
import {onElement, openBook, openDeck} from './markup.ts'
import {defect, mutantsOf, several} from './mutant.ts'
import {paragraphsOf, tagsIn, writeDigit} from './pdf-edits.ts'
import {pdfPaths} from './pdf-objects.ts'
import {onPdf} from './pdf.ts'
import {changeDigit} from './texts.ts'

const inPdf = (path: string, least: number) =>
  onPdf(path, (pdf, choose) => writeDigit(choose, paragraphsOf(pdf, least)))

const inCell = (path: string) =>
  onPdf(path, (pdf, choose) => {
    const cells = tagsIn(pdf, ({name}) => name === 'TD')
    return writeDigit(choose, cells)
  })

const cell = inside('slide', ['table'], tag('td'))
const text = 'in a paragraph of the reading text'

export const digitChanged = mutantsOf('digit-changed', 'a digit changed', [
  defect('deck', 'in a line of a slide', onElement(openDeck(), paragraph('slide'), changeDigit)),
  defect('deck', 'in a cell of a slide', onElement(openDeck(), cell, changeDigit)),
  defect('deck', text, onElement(openDeck(), paragraph('reading'), changeDigit)),
  several(2, defect('epub', 'in a paragraph', onElement(openBook(), paragraph('book'), changeDigit))),
  defect('epub', 'in a cell', onElement(openBook(), tag('td'), changeDigit)),
  several(2, defect('pdf', 'in a paragraph', inPdf(pdfPaths.pdf, 40))),
  defect('pdf', 'in a cell', inCell(pdfPaths.pdf)),
  defect('slides', 'in a line of a slide', inPdf(pdfPaths.slides, 10)),
  defect('handout', text, inPdf(pdfPaths.handout, 60)),
  defect('handout', 'in a cell', inCell(pdfPaths.handout)),
])
