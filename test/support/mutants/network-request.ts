import {PDFName, PDFString} from '@cantoo/pdf-lib'
import {paragraph, tag} from './kinds.ts'
import {onElement, onPieces, openBook, openDeck, openDeckPages, openFiles, type Edit} from './markup.ts'
import {defect, mutantsOf} from './mutant.ts'
import {pdfPaths} from './pdf-objects.ts'
import {key, onPdf} from './pdf.ts'

const site = 'https://example.org'

const css = openFiles((name) => name === 'deck/assets/theme.css')
const script = openFiles((name) => name === 'deck/assets/deck.js')
const bookCss = openBook((name) => name.endsWith('.css'))
const drawing = openBook((name) => name.endsWith('26bf641b1d66.svg'))
const home = openFiles((name) => name === 'index.html')
const report = openFiles((name) => name === 'coverage/index.html')

const after =
  (text: string): Edit =>
  (source) =>
    `${source}\n${text}\n`
const before =
  (mark: string, text: string): Edit =>
  (source) => {
    // Scripts inside the file may name the same tag before.
    const at = source.lastIndexOf(mark)
    return at < 0 ? source : source.slice(0, at) + text + source.slice(at)
  }
const inside =
  (text: string): Edit =>
  (source) =>
    source.replace(/(?=<\/p>$)/u, text)
const imported: Edit = (source) => `@import '${site}/x.css';\n${source}`

const face = `@font-face { font-family: 'Lectern Sans'; src: url(${site}/x.woff2); }`
const image = `<img src="${site}/x.png" alt="x"/>`
const among = inside(`<img src="data:," srcset="${site}/x.png 2x" alt="x">`)
const schemeless: Edit = (source) => source.replace('<p', '<p style="background: url(//example.org/x.png)"')
const behind: Edit = (source) =>
  source.replace('<section id="sec-scale"', `<section data-background-image="${site}/x.png" id="sec-scale"`)
const remoteScript = `<script src="${site}/x.js"></script>`

const opening = onPdf(pdfPaths.pdf, ({document}) => {
  const action = document.context.obj({Type: 'Action', S: 'URI', URI: PDFString.of(site)})
  document.catalog.set(key('OpenAction'), action)
  return 'OpenAction'
})
const javaScript = onPdf(pdfPaths.slides, ({document}) => {
  const action = document.context.obj({S: PDFName.of('JavaScript'), JS: PDFString.of(`app.launchURL("${site}")`)})
  document.catalog.set(key('OpenAction'), action)
  return 'OpenAction'
})

export const networkRequest = mutantsOf('network-request', 'something asked from the network', [
  defect('deck', 'a picture', onElement(openDeck(), paragraph('slide'), inside(image))),
  defect('deck', 'a picture among others (srcset)', onElement(openDeck(), paragraph('reading'), among)),
  defect('deck', 'a script', onPieces(openDeckPages(), before('</body>', remoteScript))),
  defect('deck', 'a style sheet imported', onPieces(css, imported)),
  defect('deck', 'a font that text needs', onPieces(css, after(face))),
  defect('deck', 'a font that no text needs', onPieces(css, after(face.replace('Lectern Sans', 'Unused')))),
  defect('deck', 'a picture behind nothing', onPieces(css, after(`.never { background: url(${site}/x.png); }`))),
  defect('deck', 'a picture by an address without a scheme', onElement(openDeck(), paragraph('slide'), schemeless)),
  defect(
    'deck',
    'a script’s own request, after a key',
    onPieces(script, after(`addEventListener('keydown', () => fetch('${site}/x'))`)),
  ),
  defect('deck', 'a slide’s background', onPieces(openDeckPages(), behind)),
  defect('epub', 'a picture', onElement(openBook(), paragraph('book'), inside(image))),
  defect('epub', 'a font', onPieces(bookCss, after(face))),
  defect('epub', 'a style sheet imported', onPieces(bookCss, imported)),
  defect(
    'epub',
    'a picture in a drawing',
    onPieces(drawing, before('</svg>', `<image href="${site}/x.png" width="10" height="10"/>`)),
  ),
  defect('epub', 'a script', onElement(openBook(), tag('head'), before('</head>', remoteScript))),
  defect('pdf', 'a page that is opened with the book', opening),
  defect('slides', 'a script', javaScript),
  defect('site', 'a picture', onPieces(home, before('</main>', image))),
  defect('site', 'a font', onPieces(home, before('</style>', face))),
  defect('coverage', 'a script', onPieces(report, before('</body>', remoteScript))),
])
