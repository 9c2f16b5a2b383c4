import {PDFName} from '@cantoo/pdf-lib'
import type {Choose} from './chooser.ts'
import {withClass} from './kinds.ts'
import {elementsIn, nameOf, openBook, openDeck, rewrite, type Found, type OpenMarkup} from './markup.ts'
import {defect, mutantsOf, several, type Files, type Mutation} from './mutant.ts'
import {linksOf} from './pdf-edits.ts'
import {pdfPaths} from './pdf-objects.ts'
import {key, onPdf} from './pdf.ts'

const reference = withClass('reference', 'a')

const hrefOf = ({properties}: Found['element']) => String(properties['href'])

/** A reference leads where another one does. */
const elsewhere =
  (open: OpenMarkup) =>
  (files: Files, choose: Choose): Mutation => {
    const markup = open(files)
    const all = elementsIn(markup, reference)
    const others = (one: Found) =>
      all.filter(({element, piece}) => piece === one.piece && hrefOf(element) !== hrefOf(one.element))
    const one = choose(all.filter((candidate) => others(candidate).length > 0))
    const [href, target] = [hrefOf(one.element), hrefOf(choose(others(one)).element)]
    const edit = (source: string) => source.replace(`"${href}"`, `"${target}"`)
    return {changes: rewrite(markup, {found: one, isWanted: reference}, edit), victim: `${nameOf(one)} to ${target}`}
  }

const inPdf = (path: string) =>
  onPdf(path, (pdf, choose) => {
    const links = linksOf(pdf, /^(?:fig|tbl|eq|lst|sec|exr)-/u)
    const one = choose(links)
    const other = choose(links.filter(({destination}) => destination !== one.destination))
    // The words and the number of a reference are two links, one after the other.
    const at = links.indexOf(one)
    for (const link of links.slice(Math.max(0, at - 1), at + 2)) {
      const isSame = link.destination === one.destination && link.page === one.page
      if (isSame) link.annotation.set(key('Dest'), PDFName.of(other.destination))
    }
    return `p.${one.page} ${one.destination} to ${other.destination}`
  })

const what = 'its number stays'

export const wrongReference = mutantsOf('wrong-reference', 'a cross-reference to another target', [
  several(2, defect('deck', what, elsewhere(openDeck()))),
  several(2, defect('epub', what, elsewhere(openBook()))),
  several(2, defect('pdf', what, inPdf(pdfPaths.pdf))),
  defect('slides', what, inPdf(pdfPaths.slides)),
  defect('handout', what, inPdf(pdfPaths.handout)),
])
