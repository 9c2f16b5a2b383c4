import {paragraph} from './kinds.ts'
import {onElement, openBook, openDeck} from './markup.ts'
import {defect, mutantsOf, several} from './mutant.ts'
import {blankFrom, marksOf, nameOf, paragraphsOf, textOf} from './pdf-edits.ts'
import {pdfPaths} from './pdf-objects.ts'
import {onPdf} from './pdf.ts'
import {dropLastSentence} from './texts.ts'

const lastSentence = /。[^。]{4,}。?$/u

const inPdf = (path: string) =>
  onPdf(path, (pdf, choose) => {
    const tag = choose(paragraphsOf(pdf, 60).filter((one) => lastSentence.test(textOf(one))))
    blankFrom(marksOf(tag), textOf(tag).search(lastSentence) + 1)
    return nameOf(tag)
  })

const last = 'the last of a paragraph'
const note = onElement(openDeck('teacher/deck/'), paragraph('notes'), dropLastSentence)

export const sentenceCut = mutantsOf('sentence-cut', 'a sentence cut', [
  several(
    2,
    defect('deck', `${last} of the reading text`, onElement(openDeck(), paragraph('reading'), dropLastSentence)),
  ),
  defect('teacher deck', 'the last of a note', note),
  several(2, defect('epub', last, onElement(openBook(), paragraph('book'), dropLastSentence))),
  several(2, defect('pdf', last, inPdf(pdfPaths.pdf))),
  defect('handout', last, inPdf(pdfPaths.handout)),
  defect('teacher handout', last, inPdf(pdfPaths['teacher handout'])),
])
