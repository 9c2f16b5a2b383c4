import {PDFString} from '@cantoo/pdf-lib'
import {onPiece, onPieces, openBook, openDeckPages, openFiles, type Edit} from './markup.ts'
import {defect, mutantsOf} from './mutant.ts'
import {pdfPaths} from './pdf-objects.ts'
import {key, onPdf} from './pdf.ts'

const english: Edit = (source) => source.replaceAll(/(?<= (?:xml:)?lang=")zh-CN(?=")/gu, 'en')
const none: Edit = (source) => source.replace(/ lang="[^"]*"/u, '')
const packageLanguage: Edit = (source) => source.replace('<dc:language>zh-CN<', '<dc:language>en<')

const home = openFiles((name) => name === 'index.html')
const opf = openBook((name) => name.endsWith('.opf'))

const inPdf = (path: string, language: string) =>
  onPdf(path, ({document}) => {
    if (language) document.catalog.set(key('Lang'), PDFString.of(language))
    else document.catalog.delete(key('Lang'))
    return 'catalog'
  })

/** Of the root element of the structure tree, which readers believe before the catalog. */
const ofTags = onPdf(pdfPaths.pdf, ({root}) => {
  root.dict.set(key('Lang'), PDFString.of('en'))
  return 'Document'
})

export const wrongLanguage = mutantsOf('wrong-language', 'a wrong language', [
  defect('deck', 'English', onPieces(openDeckPages(), english)),
  defect('deck', 'none', onPieces(openDeckPages(), none)),
  defect('epub', 'a document in English', onPiece(openBook(), english)),
  defect('epub', 'the book in English', onPieces(opf, packageLanguage)),
  defect('pdf', 'English', inPdf(pdfPaths.pdf, 'en')),
  defect('pdf', 'none', inPdf(pdfPaths.pdf, '')),
  defect('pdf', 'its tags in English', ofTags),
  defect('slides', 'English', inPdf(pdfPaths.slides, 'en')),
  defect('handout', 'none', inPdf(pdfPaths.handout, '')),
  defect('site', 'English', onPieces(home, english)),
])
