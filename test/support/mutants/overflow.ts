import {blocks, paragraph, tag} from './kinds.ts'
import {onElement, onPieces, openBook, openDeck, type Wanted} from './markup.ts'
import {defect, mutantsOf} from './mutant.ts'
import {linesOf, marksOf, moveText, nameOf, paragraphsOf, tagsIn} from './pdf-edits.ts'
import {pdfPaths} from './pdf-objects.ts'
import {onPdf, type Mark} from './pdf.ts'
import {styled} from './styled.ts'

const onSlide = (style: string, isWanted = paragraph('slide')) => onElement(openDeck(), isWanted, styled(style))
const inBook = (style: string, isWanted = paragraph('book')) => onElement(openBook(), isWanted, styled(style))
const figure = blocks('slide', ['figure'])
const long = blocks('slide', ['p'], 30)

/** Another paragraph stands right below it. */
const notLast: Wanted = (element, ancestors) => {
  const siblings = ancestors.at(-1)?.children ?? []
  const next = siblings[siblings.indexOf(element) + 1]
  return paragraph('slide')(element, ancestors) && next?.type === 'element' && next.tagName === 'p'
}

/** The least number of characters: a line's. */
const least = {[pdfPaths.pdf]: 40, [pdfPaths.slides]: 36, [pdfPaths.handout]: 60}

const inPdf = (path: string, change: (marks: readonly Mark[]) => void) =>
  onPdf(path, (pdf, choose) => {
    const one = choose(paragraphsOf(pdf, least[path]))
    change(marksOf(one))
    return nameOf(one)
  })

const moved = (down: number, right: number) => (marks: readonly Mark[]) => {
  moveText(marks, down, right)
}

const larger = (marks: readonly Mark[]) => {
  for (const {end, page, start} of marks) {
    const text = page.source
      .slice(start, end)
      .replaceAll(/(?<=\/\S+ )(?<size>[\d.]+)(?= Tf)/gu, (size) => String(Number(size) * 1.6))
      .replaceAll(/(?<advance>[\d.]+)(?= 0 Td)/gu, (advance) => String(Number(advance) * 1.6))
    page.splices.push({start, end, text})
  }
}

/** From the middle line of a listing on, nothing of what is drawn in its box is seen. */
const clipped = (path: string) =>
  onPdf(path, (pdf, choose) => {
    const listing = choose(tagsIn(pdf, (one) => one.name === 'Code' && linesOf(marksOf(one)).length > 6))
    const marks = marksOf(listing)
    const lines = linesOf(marks)
    const cut = lines[Math.floor(lines.length / 2)] ?? 0
    const mark = marks.find((one) => linesOf([one])[0] === cut)
    if (!mark) throw new Error('A line without text')
    mark.page.splices.push({start: mark.start, end: mark.start, text: '\n0 0 0 0 re W n\n'})
    return nameOf(listing)
  })

const wide = onPieces(
  openBook((name) => name.endsWith('.css')),
  (source) => `${source}\npre, pre * { white-space: pre !important; overflow: hidden !important; }\n`,
)

export const overflow = mutantsOf('overflow', 'content that runs over or is clipped', [
  defect('deck', 'a larger font', onSlide('font-size: 120px', long)),
  defect('deck', 'a wide table', onSlide('width: 1900px', blocks('slide', ['table']))),
  defect('deck', 'a box that clips', onSlide('max-height: 12px; overflow: hidden')),
  defect(
    'deck',
    'a box that ends with an ellipsis',
    onSlide('width: 200px; white-space: nowrap; overflow: hidden; text-overflow: ellipsis'),
  ),
  defect(
    'deck',
    'a box that shows one line only',
    onSlide(
      'display: -webkit-box; -webkit-line-clamp: 1; -webkit-box-orient: vertical; overflow: hidden; width: 200px',
    ),
  ),
  defect('deck', 'a box of code that scrolls', onSlide('max-height: 60px; overflow: auto', figure)),
  defect('deck', 'a picture out of the slide', onSlide('transform: translateX(900px)', figure)),
  defect('deck', 'text upon its neighbour', onSlide('position: relative; top: 60px', notLast)),
  defect(
    'deck',
    'a line that does not break',
    onSlide('white-space: nowrap; overflow-wrap: normal; font-size: 60px', long),
  ),
  defect('epub', 'a wide table', inBook('width: 3000px', tag('table'))),
  defect('epub', 'a wide picture', inBook('width: 3000px; max-width: none', tag('img'))),
  defect('epub', 'a paragraph that is clipped', inBook('height: 1em; overflow: hidden')),
  defect('epub', 'lines of code that are clipped', wide),
  defect('pdf', 'a paragraph over the right margin', inPdf(pdfPaths.pdf, moved(0, 160))),
  defect('pdf', 'a paragraph further down, upon the next', inPdf(pdfPaths.pdf, moved(120, 0))),
  defect('pdf', 'a larger font', inPdf(pdfPaths.pdf, larger)),
  defect('pdf', 'half of a listing clipped', clipped(pdfPaths.pdf)),
  defect('slides', 'a line over the right edge', inPdf(pdfPaths.slides, moved(0, 1200))),
  defect('slides', 'a larger font', inPdf(pdfPaths.slides, larger)),
  defect('slides', 'half of a listing clipped', clipped(pdfPaths.slides)),
  defect('handout', 'a paragraph over the right margin', inPdf(pdfPaths.handout, moved(0, 160))),
])
