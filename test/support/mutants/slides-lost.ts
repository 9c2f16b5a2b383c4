import {defect, mutantsOf, several, type Defect} from './mutant.ts'
import {blank, erase, nameOf, paragraphsOf, tagsIn, textOf, pageNumberOf, isBody, marksOf} from './pdf-edits.ts'
import {destinationsOn, pdfPaths, removeDestination} from './pdf-objects.ts'
import {onPdf, type Pdf, type Tag} from './pdf.ts'

type Edit = Parameters<typeof onPdf>[1]

/** A line or paragraph of so many characters, as if it had never been there. */
const block =
  (least: number): Edit =>
  (pdf, choose) => {
    const tag = choose(paragraphsOf(pdf, least).filter((one) => isOfBlock(one)))
    const name = nameOf(tag)
    erase(tag)
    return name
  }

/** Everything on a page from some block on, as after a pause: what comes first there stays. */
const rest: Edit = (pdf, choose) => {
  const byPage = Map.groupBy(wordsOf(pdf), (tag) => pageNumberOf(tag))
  const page = choose([...byPage.values()].filter(({length}) => length > 3))
  const lost = page.slice(Math.floor(page.length / 2))
  for (const tag of lost) blank(marksOf(tag))
  return `p.${pageNumberOf(lost[0] ?? page[0] ?? pdf.root)}, ${lost.length} of ${page.length}`
}

/** Works at the foot of a slide are made from citations: the deck alone says on which slide they stand. */
const isOfBlock = (tag: Tag) => !/^\[\d+\]/u.test(textOf(tag).trim())

/** Paragraphs, items, cells and lines that say something. */
const wordsOf = (pdf: Pdf) =>
  tagsIn(
    pdf,
    (tag) =>
      ['Code', 'LBody', 'P', 'TD'].includes(tag.name) &&
      textOf(tag).trim().length > 3 &&
      isBody(pdf, tag) &&
      isOfBlock(tag),
  )

const lastPage: Edit = (pdf) => {
  const {number = 0} = pdf.pages.at(-1) ?? {}
  for (const name of destinationsOn(pdf, number)) removeDestination(pdf, name)
  pdf.document.removePage(number - 1)
  return `p.${number}`
}

// A short paragraph of a handout is one of its own words.
const least = {slides: 12, handout: 40}

const defects = (file: 'slides' | 'handout', artifact: Defect['artifact']): Defect[] => [
  several(2, defect(artifact, 'a block', onPdf(pdfPaths[file], block(least[file])))),
  several(3, defect(artifact, 'everything on a page from some block on', onPdf(pdfPaths[file], rest))),
  defect(artifact, 'the last page', onPdf(pdfPaths[file], lastPage)),
]

/** Whether or not a deck stands beside it: what slides have to show is in the source. */
export const slidesLost = mutantsOf('slides-lost', 'the rest of a slide lost on paper', [
  ...defects('slides', 'slides'),
  ...defects('slides', 'slides alone'),
  ...defects('handout', 'handout'),
  ...defects('handout', 'handout alone'),
])
