import {PDFName} from '@cantoo/pdf-lib'
import {tag, withClass} from './kinds.ts'
import {
  bookPath,
  onElement,
  onPieces,
  openBook,
  openDeck,
  openDeckPages,
  openFiles,
  unzipBook,
  zipBook,
  type Edit,
} from './markup.ts'
import {defect, mutantsOf, type Files, type Mutation} from './mutant.ts'
import {linksOf} from './pdf-edits.ts'
import {pdfPaths, removeDestination} from './pdf-objects.ts'
import {key, onPdf} from './pdf.ts'

const home = openFiles((name) => name === 'index.html')
const report = openFiles((name) => name === 'coverage/index.html')
const nav = openBook((name) => name.endsWith('nav.xhtml'))

/** The link's own target, in the same file, is none. */
const nowhere: Edit = (source) => source.replace(/(?<= href="[^"#]*#\/?)[^"=]+(?=")/u, 'nowhere')
/** The file that it leads to is none. */
const otherFile: Edit = (source) =>
  source.replace(/(?<= (?:href|src)="[^"#:]*)(?=\.(?:html|xhtml|pdf|epub|svg|css|js)\b)/u, '-x')
const otherName: Edit = (source) => source.replace(/(?<=#nameddest=)[^"]+/u, 'nowhere')
const otherTopic: Edit = (source) => source.replace('#/history"', '#/nowhere"')

const inPdf = (path: string) =>
  onPdf(path, (pdf, choose) => {
    const {annotation, destination, page} = choose(linksOf(pdf, /./u))
    annotation.set(key('Dest'), PDFName.of('nowhere'))
    return `p.${page} ${destination}`
  })

/** The destination is gone, and links to it stay. */
const withoutTarget = onPdf(pdfPaths.pdf, (pdf, choose) => {
  const {destination} = choose(linksOf(pdf, /-ref|^sec-/u))
  removeDestination(pdf, destination)
  return destination
})

export const deadInternalLink = mutantsOf('dead-internal-link', 'a link that leads nowhere inside its file', [
  defect('deck', 'a cross-reference', onElement(openDeck(), withClass('reference', 'a'), nowhere)),
  defect('deck', 'of a note’s mark', onElement(openDeck(), withClass('note-reference'), nowhere)),
  defect('deck', 'a topic of the agenda', onElement(openDeck(), tag('a'), otherTopic)),
  defect('epub', 'a cross-reference', onElement(openBook(), withClass('reference', 'a'), nowhere)),
  defect('epub', 'an entry of the contents', onElement(nav, tag('a'), nowhere)),
  defect('pdf', 'a link to no destination', inPdf(pdfPaths.pdf)),
  defect('pdf', 'a destination gone', withoutTarget),
  defect('slides', 'a link to no destination', inPdf(pdfPaths.slides)),
  defect('handout', 'a link to no destination', inPdf(pdfPaths.handout)),
  defect('site', 'a chapter', onElement(home, tag('a'), nowhere)),
  defect('coverage', 'a place on a slide', onElement(report, tag('a'), nowhere)),
])

const withoutFile = (name: string) => (): Mutation => ({victim: name, changes: new Map([[name, undefined]])})

const withoutEntry =
  (isWanted: (name: string) => boolean) =>
  (files: Files): Mutation => {
    const entries = unzipBook(files)
    const name = Object.keys(entries).find((one) => isWanted(one)) ?? ''
    const others = Object.fromEntries(Object.entries(entries).filter(([one]) => one !== name))
    return {victim: name, changes: new Map([[bookPath, zipBook(others)]])}
  }

const inPages = (from: string, to: string) => onPieces(openDeckPages(), (source) => source.replace(from, to))

export const deadFileLink = mutantsOf('dead-file-link', 'a link to a file that is not there', [
  defect('deck', 'the book, from a slide’s foot', onElement(openDeck(), tag('a'), otherFile)),
  defect('deck', 'a destination that the book has not', onElement(openDeck(), tag('a'), otherName)),
  defect('deck', 'a style sheet', inPages('assets/theme.css', 'assets/themes.css')),
  defect('deck', 'a download', inPages('../large-models-handout.pdf', '../large-model-handout.pdf')),
  defect('deck', 'the fonts are gone', withoutFile('deck/assets/fonts.css')),
  defect('deck', 'a chapter’s own deck is gone', withoutFile('deck/02-history.html')),
  defect('epub', 'a document', onElement(openBook(), withClass('reference', 'a'), otherFile)),
  defect('epub', 'a picture', onElement(openBook(), tag('img'), otherFile)),
  defect(
    'epub',
    'a picture is gone',
    withoutEntry((name) => name.endsWith('.svg')),
  ),
  defect(
    'epub',
    'the style sheet is gone',
    withoutEntry((name) => name.endsWith('.css')),
  ),
  defect('pdf', 'the book is gone', withoutFile(pdfPaths.pdf)),
  defect('site', 'a download', onElement(home, tag('a'), otherFile)),
  defect('site', 'the home page is gone', withoutFile('index.html')),
  defect('coverage', 'a page', onElement(report, tag('a'), otherFile)),
])
