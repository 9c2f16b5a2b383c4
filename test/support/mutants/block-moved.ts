import {blocks, paragraph} from './kinds.ts'
import {moveFar} from './markup-moves.ts'
import {openBook, openDeck} from './markup.ts'
import {defect, mutantsOf, several} from './mutant.ts'
import {erase, marksOf, nameOf, paragraphsOf} from './pdf-edits.ts'
import {pdfPaths} from './pdf-objects.ts'
import {destinationOf, hasRoom, redraw, sendTo} from './pdf-redraw.ts'
import {onPdf} from './pdf.ts'

const inPdf = (path: string, least: number) =>
  onPdf(path, (pdf, choose) => {
    const tag = choose(paragraphsOf(pdf, least))
    const page = marksOf(tag)[0]?.page
    const after = choose(
      paragraphsOf(pdf, least).filter((other) => {
        const there = marksOf(other)[0]?.page
        return there && there !== page && hasRoom(there, marksOf(tag))
      }),
    )
    const there = marksOf(after)[0]?.page
    if (!there) throw new Error('A paragraph without a page')
    const [what, name] = [nameOf(tag), destinationOf(pdf, tag)]
    redraw(pdf, tag, {page: there, after})
    erase(tag)
    if (name) sendTo(pdf, name, there)
    return `${what} (${name}) to p.${there.number}`
  })

export const blockMoved = mutantsOf('block-moved', 'a block moved to another section', [
  defect('deck', 'a line of a slide', moveFar(openDeck(), paragraph('slide'))),
  defect('deck', 'a table or figure of a slide', moveFar(openDeck(), blocks('slide', ['table', 'figure']))),
  defect('deck', 'a paragraph of the reading text', moveFar(openDeck(), paragraph('reading'))),
  several(2, defect('epub', 'a paragraph', moveFar(openBook(), paragraph('book')))),
  defect('epub', 'a figure or listing', moveFar(openBook(), blocks('book', ['figure']))),
  defect('pdf', 'a paragraph, its destination too', inPdf(pdfPaths.pdf, 40)),
  defect('slides', 'a line of a slide, its destination too', inPdf(pdfPaths.slides, 12)),
  defect('handout', 'a paragraph, its destination too', inPdf(pdfPaths.handout, 60)),
])
