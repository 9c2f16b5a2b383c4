import {paragraph} from './kinds.ts'
import {swapNeighbours} from './markup-moves.ts'
import {openBook, openDeck} from './markup.ts'
import {defect, mutantsOf, several} from './mutant.ts'
import {linesOf, marksOf, moveText, nameOf, pageNumberOf, paragraphsOf, swapTags} from './pdf-edits.ts'
import {pdfPaths} from './pdf-objects.ts'
import {onPdf} from './pdf.ts'

/** Both are drawn in the other's place, and tagged so. */
const inPdf = (path: string, least: number) =>
  onPdf(path, (pdf, choose) => {
    const paragraphs = paragraphsOf(pdf, least)
    const pairs = paragraphs.flatMap((one) => {
      const siblings = one.parent?.children ?? []
      const next = siblings[siblings.indexOf(one) + 1]
      const isPair = next && paragraphs.includes(next) && pageNumberOf(next) === pageNumberOf(one)
      return isPair ? [[one, next] as const] : []
    })
    const [one, other] = choose(pairs)
    const [upper, lower] = [linesOf(marksOf(one)), linesOf(marksOf(other))]
    moveText(marksOf(other), (upper[0] ?? 0) - (lower[0] ?? 0))
    moveText(marksOf(one), (lower.at(-1) ?? 0) - (upper.at(-1) ?? 0))
    swapTags(one, other)
    return nameOf(one)
  })

export const blocksSwapped = mutantsOf('blocks-swapped', 'two neighbouring blocks swapped', [
  defect('deck', 'lines of a slide', swapNeighbours(openDeck(), paragraph('slide'))),
  defect('deck', 'paragraphs of a reading text', swapNeighbours(openDeck(), paragraph('reading'))),
  several(2, defect('epub', 'paragraphs', swapNeighbours(openBook(), paragraph('book')))),
  several(2, defect('pdf', 'paragraphs', inPdf(pdfPaths.pdf, 40))),
  defect('slides', 'lines of a slide', inPdf(pdfPaths.slides, 10)),
  defect('handout', 'paragraphs of a reading text', inPdf(pdfPaths.handout, 60)),
])
