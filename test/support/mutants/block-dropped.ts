import type {Element} from 'hast'
import {toString} from 'hast-util-to-string'
import {blocks, hasClass, paragraph} from './kinds.ts'
import {onElement, openBook, openDeck, type Wanted} from './markup.ts'
import {against, defect, mutantsOf, several, slidesToo as slides} from './mutant.ts'
import {erase, nameOf, paragraphsOf} from './pdf-edits.ts'
import {pdfPaths} from './pdf-objects.ts'
import {onPdf} from './pdf.ts'

const drop = () => ''
const from = (isWanted: Wanted) => onElement(openDeck(), isWanted, drop)

/** Its whole paragraph stands in the reading text: a lead ends without a full stop. */
const lead: Wanted = (element, ancestors) => onSlide(element, ancestors) && isLead(element)
const whole: Wanted = (element, ancestors) => onSlide(element, ancestors) && !isLead(element)
const onSlide = paragraph('slide')
const isLead = (element: Element) => hasClass(element, 'lead') && !toString(element).endsWith('。')

const fromPdf = (path: string, least: number) =>
  onPdf(path, (pdf, choose) => {
    const tag = choose(paragraphsOf(pdf, least))
    const name = nameOf(tag)
    erase(tag)
    return name
  })

export const blockDropped = mutantsOf('block-dropped', 'a block dropped', [
  several(2, against(slides, defect('deck', 'a line of a slide, whose reading text stays', from(lead)))),
  defect('deck', 'a paragraph that stands on a slide only', from(whole)),
  defect('deck', 'a table of a slide', from(blocks('slide', ['table']))),
  several(
    2,
    defect('deck', 'a paragraph of the reading text, whose line on the slide stays', from(paragraph('reading'))),
  ),
  several(2, defect('epub', 'a paragraph', onElement(openBook(), paragraph('book'), drop))),
  defect('epub', 'a figure', onElement(openBook(), blocks('book', ['figure']), drop)),
  defect('epub', 'a heading', onElement(openBook(), blocks('book', ['h2', 'h3']), drop)),
  several(3, defect('pdf', 'a paragraph', fromPdf(pdfPaths.pdf, 40))),
  several(2, defect('slides', 'a line of a slide', fromPdf(pdfPaths.slides, 12))),
  several(2, defect('handout', 'a paragraph of the reading text', fromPdf(pdfPaths.handout, 60))),
])
