import {hasClass, withClass} from './kinds.ts'
import {onElement, openBook, openDeck, type Wanted} from './markup.ts'
import {defect, mutantsOf} from './mutant.ts'
import {isBody, tagsIn, textOf, writeDigit} from './pdf-edits.ts'
import {pdfPaths} from './pdf-objects.ts'
import {onPdf, type Pdf, type Tag} from './pdf.ts'
import {changeDigit} from './texts.ts'

const caption = withClass('caption-label')
const reference: Wanted = (element) => hasClass(element, 'reference')

const inPdf = (path: string, candidates: (pdf: Pdf) => Tag[]) =>
  onPdf(path, (pdf, choose) => writeDigit(choose, candidates(pdf)))

const ofKind =
  (isWanted: (tag: Tag, text: string) => boolean) =>
  (pdf: Pdf): Tag[] =>
    tagsIn(pdf, (tag) => isWanted(tag, textOf(tag)) && isBody(pdf, tag))

const captions = ofKind((tag, text) => tag.parent?.name === 'Caption' && /^[图表] ?\d+-\d+$/u.test(text))
const references = ofKind((tag, text) => tag.name === 'Link' && /^[图表] ?\d+-\d+$/u.test(text))
const headings = ofKind((tag, text) => /^H\d$/u.test(tag.parent?.name ?? '') && /^[\d.]+$/u.test(text))
const equations = ofKind((_tag, text) => /^\(\d+-\d+\)$/u.test(text))

export const wrongNumber = mutantsOf('wrong-number', 'a number that is another one’s', [
  defect('deck', 'of a caption', onElement(openDeck(), caption, changeDigit)),
  defect('deck', 'in a cross-reference', onElement(openDeck(), reference, changeDigit)),
  defect('deck', 'of an equation', onElement(openDeck(), withClass('equation-number'), changeDigit)),
  defect('deck', 'of a theorem or exercise', onElement(openDeck(), withClass('container-label'), changeDigit)),
  defect('deck', 'of a part of a topic (2/3)', onElement(openDeck(), withClass('part'), changeDigit)),
  defect('deck', 'of a note', onElement(openDeck(), withClass('note-reference'), changeDigit)),
  defect('epub', 'of a caption', onElement(openBook(), caption, changeDigit)),
  defect('epub', 'in a cross-reference', onElement(openBook(), reference, changeDigit)),
  defect('epub', 'of a heading', onElement(openBook(), withClass('heading-number'), changeDigit)),
  defect('epub', 'of an equation', onElement(openBook(), withClass('equation-number'), changeDigit)),
  defect('epub', 'of a footnote', onElement(openBook(), withClass('footnote-number'), changeDigit)),
  defect('pdf', 'of a caption', inPdf(pdfPaths.pdf, captions)),
  defect('pdf', 'in a cross-reference', inPdf(pdfPaths.pdf, references)),
  defect('pdf', 'of a heading', inPdf(pdfPaths.pdf, headings)),
  defect('pdf', 'of an equation', inPdf(pdfPaths.pdf, equations)),
  defect('slides', 'of a caption', inPdf(pdfPaths.slides, captions)),
  defect('handout', 'in a cross-reference', inPdf(pdfPaths.handout, references)),
])
