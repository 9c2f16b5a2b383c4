import {paragraph, tag} from './kinds.ts'
import {onElement, onPieces, openBook, openDeck, openFiles, type Edit} from './markup.ts'
import {defect, mutantsOf} from './mutant.ts'
import {append, linesOf, marksOf, moveText, nameOf, paragraphsOf} from './pdf-edits.ts'
import {pdfPaths} from './pdf-objects.ts'
import {onPdf, type Mark} from './pdf.ts'
import {styled} from './styled.ts'

const css = openFiles((name) => name === 'deck/assets/theme.css')
const bookCss = openBook((name) => name.endsWith('.css'))

const rule =
  (text: string): Edit =>
  (source) =>
    `${source}\n${text}\n`

const onSlide = (style: string) => onElement(openDeck(), paragraph('slide'), styled(style))
const inBook = (style: string) => onElement(openBook(), paragraph('book'), styled(style))
const attribute: Edit = (source) => source.replace('<p', '<p hidden')
const bookAttribute: Edit = (source) => source.replace('<p', '<p hidden="hidden"')
const noMath: Edit = (source) => source.replace('</head>', '<style>math { display: none; }</style></head>')
const noReading = rule('.reading-panel p, .reading-text p { display: none !important; }')

const inPdf = (path: string, hide: (marks: readonly Mark[]) => void) =>
  onPdf(path, (pdf, choose) => {
    const one = choose(paragraphsOf(pdf, path === pdfPaths.slides ? 12 : 40))
    hide(marksOf(one))
    return nameOf(one)
  })

/** Rendering mode 3: neither filled nor stroked. */
const invisible = (marks: readonly Mark[]) => {
  for (const {end, page, start} of marks) {
    const text = page.source.slice(start, end).replaceAll(/^BT$/gmu, 'BT\n3 Tr')
    page.splices.push({start, end, text: `${text}0 Tr\n`})
  }
}
const white = (marks: readonly Mark[]) => {
  for (const {end, page, start} of marks)
    page.splices.push({start, end, text: `1 1 1 rg\n${page.source.slice(start, end)}0 0 0 rg\n`})
}
const tiny = (marks: readonly Mark[]) => {
  for (const {end, page, start} of marks) {
    const text = page.source.slice(start, end).replaceAll(/(?<=\/\S+ )[\d.]+(?= Tf)/gu, '.01')
    page.splices.push({start, end, text})
  }
}
/** A white sheet over the whole page. */
const covered = ([first]: readonly Mark[]) => {
  if (first) append(first.page, '/Artifact BMC 1 1 1 rg 0 0 4000 4000 re f EMC')
}
const offPage = (marks: readonly Mark[]) => {
  moveText(marks, 0, 3000)
}
/** All of it on its first line. */
const piled = (marks: readonly Mark[]) => {
  const [top = 0] = linesOf(marks)
  for (const {end, page, start} of marks) {
    const text = page.source.slice(start, end).replaceAll(/(?<=1 0 0 -1 [-\d.]+ )[-\d.]+(?= Tm)/gu, String(top))
    page.splices.push({start, end, text})
  }
}

export const hiddenText = mutantsOf('hidden-text', 'text that stands in the file and cannot be seen', [
  defect('deck', 'display: none', onSlide('display: none')),
  defect('deck', 'visibility: hidden', onSlide('visibility: hidden')),
  defect('deck', 'opacity: 0', onSlide('opacity: 0')),
  defect('deck', 'white on white', onSlide('color: #fff')),
  defect('deck', 'transparent', onSlide('color: transparent')),
  defect('deck', 'of no size', onSlide('font-size: 0')),
  defect('deck', 'of one pixel', onSlide('position: absolute; width: 1px; height: 1px; overflow: hidden')),
  defect('deck', 'off the page', onSlide('position: absolute; left: -9999px')),
  defect('deck', 'clipped away', onSlide('clip-path: inset(50%)')),
  defect('deck', 'scaled to nothing', onSlide('transform: scale(0)')),
  defect('deck', 'the hidden attribute', onElement(openDeck(), paragraph('slide'), attribute)),
  defect('deck', 'cells, by the style sheet', onPieces(css, rule('.slide td { visibility: hidden; }'))),
  defect('deck', 'drawings, by the style sheet', onPieces(css, rule('.slide .figure-image svg { display: none; }'))),
  defect('deck', 'reading texts, by the style sheet', onPieces(css, noReading)),
  defect('epub', 'display: none', inBook('display: none')),
  defect('epub', 'visibility: hidden', inBook('visibility: hidden')),
  defect('epub', 'white on white', inBook('color: #fff')),
  defect('epub', 'of no size', inBook('font-size: 0')),
  defect('epub', 'the hidden attribute', onElement(openBook(), paragraph('book'), bookAttribute)),
  defect('epub', 'tables, by the style sheet', onPieces(bookCss, rule('table { display: none; }'))),
  defect('epub', 'formulas, by a style of the document', onElement(openBook(), tag('head'), noMath)),
  defect('pdf', 'neither filled nor stroked', inPdf(pdfPaths.pdf, invisible)),
  defect('pdf', 'white on white', inPdf(pdfPaths.pdf, white)),
  defect('pdf', 'of no size', inPdf(pdfPaths.pdf, tiny)),
  defect('pdf', 'off the page', inPdf(pdfPaths.pdf, offPage)),
  defect('pdf', 'a white sheet over the page', inPdf(pdfPaths.pdf, covered)),
  defect('pdf', 'all lines upon each other', inPdf(pdfPaths.pdf, piled)),
  defect('slides', 'neither filled nor stroked', inPdf(pdfPaths.slides, invisible)),
  defect('slides', 'off the page', inPdf(pdfPaths.slides, offPage)),
  defect('handout', 'white on white', inPdf(pdfPaths.handout, white)),
  defect('handout', 'off the page', inPdf(pdfPaths.handout, offPage)),
])
