import {PDFString} from '@cantoo/pdf-lib'
import type {Choose} from './chooser.ts'
import {tag} from './kinds.ts'
import {elementsIn, onElement, onPiece, openBook, type Edit, type Wanted} from './markup.ts'
import {against, defect, mutantsOf, type Files, type Mutation} from './mutant.ts'
import {pageOf} from './pdf-edits.ts'
import {pdfPaths} from './pdf-objects.ts'
import {key, onPdf} from './pdf.ts'

const nav = openBook((name) => name.endsWith('nav.xhtml'))
const opf = openBook((name) => name.endsWith('.opf'))
const pageLink: Wanted = ({properties, tagName}) => tagName === 'a' && String(properties['href']).includes('#page-')
const pageBreak: Wanted = ({properties}) => String(properties['id']).startsWith('page-')

const otherPage: Edit = (source) => source.replace(/[\w-]+\.xhtml#page-\d+/u, 'chapter-02.xhtml#page-9')
const otherName: Edit = (source) => source.replace(/第 \d+ 页/u, '第 99 页')
const otherBook: Edit = (source) =>
  source.replace(/(?<="pageBreakSource">)[^<]+/u, 'urn:uuid:00000000-0000-0000-0000-000000000000')

/** The numbers of two entries, whose links stay. */
const swappedNumbers = (files: Files, choose: Choose): Mutation => {
  const markup = nav(files)
  const numbers = elementsIn(markup, pageLink).map(({source}) => />(?<page>\d+)</u.exec(source)?.groups?.['page'] ?? '')
  const one = choose(numbers.slice(0, -1))
  const other = numbers[numbers.indexOf(one) + 1] ?? ''
  const edit: Edit = (source) =>
    source.replace(`>${one}</a>`, '>?</a>').replace(`>${other}</a>`, `>${one}</a>`).replace('>?</a>', `>${other}</a>`)
  const edits = new Map([...markup.pieces.keys()].map((name) => [name, edit]))
  return {victim: `${one} and ${other}`, changes: markup.write(edits)}
}

/** A page break before a figure stands after it. */
const laterBreak: Edit = (source) =>
  source.replace(
    /(?<mark><div id="page-\d+"[^>]*><\/div>)(?<figure><figure[^>]*>(?:(?!<\/figure>)[\s\S])*<\/figure>)/u,
    '$<figure>$<mark>',
  )

export const wrongPageList = mutantsOf('wrong-page-list', 'a wrong page in the page list', [
  defect('epub', 'a number that leads to another page', onElement(nav, pageLink, otherPage)),
  defect('epub', 'two numbers swapped', swappedNumbers),
  defect('epub', 'the name of a page break', onElement(openBook(), pageBreak, otherName)),
  against(
    [{output: 'pdf', edition: 'student'}],
    defect(
      'epub',
      'a page break after the figure that begins the page',
      onElement(openBook(), tag('body'), laterBreak),
    ),
  ),
  defect('epub', 'the book that the pages are of', onPiece(opf, otherBook)),
])

/** Numbering from the first page on, and from the first of the body on. */
const labels = (front: object, body: object, delay = 0) =>
  onPdf(pdfPaths.pdf, (pdf) => {
    const {context} = pdf.document
    const start = pageOf(pdf, 'definition') - 1 + delay
    const numbers = context.obj({
      Nums: [0, context.obj(front as never), start, context.obj(body as never)],
    })
    pdf.document.catalog.set(key('PageLabels'), numbers)
    return 'PageLabels'
  })

const roman = {S: 'r'}
const noLabels = onPdf(pdfPaths.pdf, ({document}) => {
  document.catalog.delete(key('PageLabels'))
  return 'PageLabels'
})

export const wrongPageLabel = mutantsOf('wrong-page-label', 'a wrong page label in the PDF', [
  defect('pdf', 'the body begins at 2', labels(roman, {S: 'D', St: 2})),
  defect('pdf', 'front matter in letters', labels({S: 'A'}, {S: 'D', St: 1})),
  defect('pdf', 'the body begins a page later', labels(roman, {S: 'D', St: 1}, 1)),
  defect('pdf', 'with a prefix', labels(roman, {S: 'D', St: 1, P: PDFString.of('A-')})),
  defect('pdf', 'none', noLabels),
])
