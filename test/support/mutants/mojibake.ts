import {hasClass, paragraph, tag} from './kinds.ts'
import {onElement, onPieces, openBook, openDeck, openDeckPages, openFiles, type Edit, type Wanted} from './markup.ts'
import {defect, mutantsOf, several} from './mutant.ts'
import {editInfo, editOutline, editToUnicode, pdfPaths} from './pdf-objects.ts'
import {onPdf} from './pdf.ts'
import {misread, mojibake} from './texts.ts'

/** Of what an attribute says, the Chinese. */
const inAttribute =
  (name: string): Edit =>
  (source) =>
    source.replace(new RegExp(`(?<= ${name}="[^"]*)[\u4E00-\u9FFF]{2,}`, 'u'), misread)

const inTag =
  (name: string): Edit =>
  (source) =>
    source.replace(new RegExp(`(?<=<${name}[^>]*>[^<]*)[\u4E00-\u9FFF]{2,}`, 'u'), misread)

const heading: Wanted = ({tagName}, ancestors) =>
  tagName === 'h2' && ancestors.some((one) => hasClass(one, 'slide-header'))
const named = (name: string) => openBook((entry) => entry.endsWith(name))
const home = openFiles((name) => name === 'index.html')
const font = 'in what a font says its glyphs are'

export const misreadText = mutantsOf('mojibake', 'UTF-8 read as Latin-1', [
  defect('deck', 'in a line of a slide', onElement(openDeck(), paragraph('slide'), mojibake)),
  defect('deck', 'in a paragraph of the reading text', onElement(openDeck(), paragraph('reading'), mojibake)),
  defect('deck', 'in the words of a drawing', onElement(openDeck(), tag('svg'), inAttribute('aria-label'))),
  defect('deck', 'in a heading of a slide', onElement(openDeck(), heading, mojibake)),
  defect('deck', 'in the title of the page', onPieces(openDeckPages(), inTag('title'))),
  several(2, defect('epub', 'in a paragraph', onElement(openBook(), paragraph('book'), mojibake))),
  defect('epub', 'in the words of a picture', onElement(openBook(), tag('img'), inAttribute('alt'))),
  defect('epub', 'in an entry of the contents', onElement(named('nav.xhtml'), tag('a'), mojibake)),
  defect('epub', 'in the title of the book', onPieces(named('.opf'), inTag('dc:title'))),
  defect('epub', 'in the NCX', onPieces(named('.ncx'), inTag('text'))),
  defect(
    'pdf',
    'in the title of the file',
    onPdf(pdfPaths.pdf, (pdf) => editInfo(pdf, 'Title', misread)),
  ),
  defect(
    'pdf',
    'in a bookmark',
    onPdf(pdfPaths.pdf, (pdf, choose) => editOutline(pdf, choose, misread)),
  ),
  defect(
    'pdf',
    font,
    onPdf(pdfPaths.pdf, (pdf) => editToUnicode(pdf, misread)),
  ),
  defect(
    'handout',
    font,
    onPdf(pdfPaths.handout, (pdf) => editToUnicode(pdf, misread)),
  ),
  defect('site', 'in the heading', onElement(home, tag('h1'), mojibake)),
])
