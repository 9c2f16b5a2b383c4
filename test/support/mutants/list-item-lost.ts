import {inside, tag} from './kinds.ts'
import {swapNeighbours} from './markup-moves.ts'
import {onElement, openBook, openDeck} from './markup.ts'
import {against, defect, mutantsOf, several, slidesToo as slides} from './mutant.ts'
import {erase, isBody, nameOf, pageNumberOf, pageOf, tagsIn, textOf} from './pdf-edits.ts'
import {pdfPaths} from './pdf-objects.ts'
import {onPdf} from './pdf.ts'

const drop = () => ''
const onSlide = inside('slide', ['ul', 'ol'], tag('li'))
const inReading = inside('reading', ['ul', 'ol'], tag('li'))
const inBook = inside('book', ['ul', 'ol'], tag('li'))

const inPdf = (path: string) =>
  onPdf(path, (pdf, choose) => {
    // The objectives of a chapter are no list of its text.
    const openings = new Set(['definition', 'history', 'principles'].map((name) => pageOf(pdf, name)))
    const items = tagsIn(
      pdf,
      (one) =>
        one.name === 'LI' &&
        !one.children.some(({name}) => name === 'L') &&
        isBody(pdf, one) &&
        !openings.has(pageNumberOf(one)) &&
        textOf(one).length > 15,
    )
    const item = choose(items)
    const name = nameOf(item)
    erase(item)
    return name
  })

export const listItemLost = mutantsOf('list-item-lost', 'an item of a list lost, or two swapped', [
  several(2, against(slides, defect('deck', 'of a slide', onElement(openDeck(), onSlide, drop)))),
  defect('deck', 'of a reading text', onElement(openDeck(), inReading, drop)),
  against(slides, defect('deck', 'two items of a slide swapped', swapNeighbours(openDeck(), onSlide))),
  several(2, defect('epub', 'of a list', onElement(openBook(), inBook, drop))),
  defect('epub', 'two items swapped', swapNeighbours(openBook(), inBook)),
  several(2, defect('pdf', 'of a list', inPdf(pdfPaths.pdf))),
  defect('slides', 'of a slide', inPdf(pdfPaths.slides)),
  defect('handout', 'of a list', inPdf(pdfPaths.handout)),
])
