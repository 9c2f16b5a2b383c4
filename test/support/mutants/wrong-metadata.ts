import {tag, withClass} from './kinds.ts'
import {onElement, onPieces, openBook, openDeck, openDeckPages, openFiles, type Edit} from './markup.ts'
import {defect, mutantsOf} from './mutant.ts'
import {editInfo, pdfPaths} from './pdf-objects.ts'
import {onPdf} from './pdf.ts'

const opf = openBook((name) => name.endsWith('.opf'))
const home = openFiles((name) => name === 'index.html')

const replace =
  (from: string | RegExp, to: string): Edit =>
  (source) =>
    source.replaceAll(from, to)

const title = replace('大模型入门', '别的课程')
const author = replace('lectern 编写组', '别人')
const bookTitle = replace('>大模型入门<', '>别的课程<')
const identifier = replace(/urn:uuid:[-\w]+(?=<\/dc:identifier>)/gu, 'urn:uuid:00000000-0000-0000-0000-000000000000')
const info = (path: string, name: string, to: string) => onPdf(path, (pdf) => editInfo(pdf, name, () => to))

export const wrongMetadata = mutantsOf('wrong-metadata', 'a wrong title, author or time', [
  defect('deck', 'the title of the page', onPieces(openDeckPages(), replace(/(?<=<title>)[^<]+/gu, '别的课程'))),
  defect('deck', 'the title on the first slide', onElement(openDeck(), tag('h1'), title)),
  defect('deck', 'the author on the first slide', onElement(openDeck(), withClass('byline'), author)),
  defect(
    'deck',
    'the time of slides for the speaker',
    onPieces(openDeckPages(), replace(/data-timing="\d+"/gu, 'data-timing="0"')),
  ),
  defect('epub', 'the title', onPieces(opf, bookTitle)),
  defect('epub', 'the author', onPieces(opf, author)),
  defect('epub', 'the identifier', onPieces(opf, identifier)),
  defect('pdf', 'the title', info(pdfPaths.pdf, 'Title', '别的课程')),
  defect('pdf', 'the author', info(pdfPaths.pdf, 'Author', '别人')),
  defect('handout', 'the title', info(pdfPaths.handout, 'Title', '别的课程')),
  defect('site', 'the title', onElement(home, tag('h1'), title)),
])
