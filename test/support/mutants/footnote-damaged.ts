import {toString} from 'hast-util-to-string'
import type {Choose} from './chooser.ts'
import {hasClass, withClass} from './kinds.ts'
import {elementsIn, onElement, openBook, openDeck, type Wanted} from './markup.ts'
import {defect, mutantsOf, type Files, type Mutation} from './mutant.ts'
import {blank, blankFrom, marksOf, nameOf, tagsIn, textOf} from './pdf-edits.ts'
import {pdfPaths} from './pdf-objects.ts'
import {onPdf, type Tag} from './pdf.ts'
import {halve} from './texts.ts'

const drop = () => ''
const isNote: Wanted = (element, ancestors) =>
  element.tagName === 'p' && ancestors.some((one) => hasClass(one, 'footnote')) && !hasClass(element, 'footnote-number')
const atFoot: Wanted = (element) => 'dataNote' in element.properties
const mark = withClass('note-reference')

/** A note of the book, known by how it begins in the e-book. */
const halfOf =
  (path: string) =>
  (files: Files, choose: Choose): Promise<Mutation> => {
    const beginnings = elementsIn(openBook()(files), isNote).map(({element}) => toString(element).slice(0, 8))
    const cut = onPdf(path, (pdf, take) => {
      const notes = tagsIn(pdf, (one) => one.name === 'P' && beginnings.some((text) => textOf(one).startsWith(text)))
      const note = take(notes)
      blankFrom(marksOf(note), Math.ceil(textOf(note).length / 2))
      return nameOf(note)
    })
    return cut(files, choose)
  }

/** The number in a text that leads to a note. */
const withoutMark = (path: string) =>
  onPdf(path, (pdf, choose) => {
    const marks = tagsIn(
      pdf,
      (one) => one.name === 'Link' && /^\d$/u.test(textOf(one)) && paragraphOf(one) !== undefined,
    )
    const one = choose(marks)
    const name = `${nameOf(one)} in “${textOf(paragraphOf(one) ?? one).slice(0, 24)}”`
    blank(marksOf(one))
    return name
  })

function paragraphOf(one: Tag): Tag | undefined {
  for (let outer = one.parent; outer; outer = outer.parent)
    if (outer.name === 'P') return textOf(outer).length > 20 ? outer : undefined
  return undefined
}

export const footnoteCut = mutantsOf('footnote-cut', 'a footnote cut in half', [
  defect('deck', 'in the reading text', onElement(openDeck(), isNote, halve)),
  defect('deck', 'at the foot of a slide', onElement(openDeck(), atFoot, halve)),
  defect('deck', 'lost at the foot of a slide', onElement(openDeck(), atFoot, drop)),
  defect('epub', 'at the end of a chapter', onElement(openBook(), isNote, halve)),
  defect('pdf', 'at the end of a chapter', halfOf(pdfPaths.pdf)),
  defect('handout', 'in the reading text', halfOf(pdfPaths.handout)),
])

export const footnoteMark = mutantsOf('footnote-mark', 'the mark of a footnote removed', [
  defect('deck', 'in a text', onElement(openDeck(), mark, drop)),
  defect('deck', 'of the note itself', onElement(openDeck(), withClass('footnote-number'), drop)),
  defect('epub', 'in a text', onElement(openBook(), mark, drop)),
  defect('epub', 'of the note itself, with the way back', onElement(openBook(), withClass('footnote-number'), drop)),
  defect('pdf', 'in a text', withoutMark(pdfPaths.pdf)),
  defect('handout', 'in a text', withoutMark(pdfPaths.handout)),
])
