import {blocks, inside, tag} from './kinds.ts'
import {swapAny} from './markup-moves.ts'
import {elementsOf, onElement, openBook, openDeck, type Edit, type Found} from './markup.ts'
import {defect, mutantsOf, several} from './mutant.ts'
import {erase, linesOf, marksOf, moveText, nameOf, swapTags, tagsIn, textOf} from './pdf-edits.ts'
import {pdfPaths} from './pdf-objects.ts'
import {onPdf, type Tag} from './pdf.ts'

const drop = () => ''
const row = inside('slide', ['table'], tag('tr'))
const rowInBook = inside('book', ['table'], tag('tr'))

/** Without its second column. */
const dropColumn: Edit = (source) =>
  source
    .replaceAll(/<tr>[\s\S]*?<\/tr>/gu, (one) => {
      const cell = elementsOf(`<section><table>${one}</table></section>`, tag('td', 'th'))[1]
      return cell ? one.replace(cell.source, '') : one
    })
    .replace(/<col [^>]*>/u, '')

const isSameRow = (one: Found, other: Found) => one.ancestors.at(-1) === other.ancestors.at(-1)
const isOtherRow = (one: Found, other: Found) => {
  const [first, second] = [one.ancestors.at(-1), other.ancestors.at(-1)]
  const isSameTable = one.ancestors.at(-2) === other.ancestors.at(-2)
  const isSameColumn = first?.children.indexOf(one.element) === second?.children.indexOf(other.element)
  return first !== second && isSameTable && isSameColumn
}

const rowInPdf = (path: string) =>
  onPdf(path, (pdf, choose) => {
    const one = choose(tagsIn(pdf, ({children, name}) => name === 'TR' && children[0]?.name === 'TD'))
    const name = nameOf(one)
    erase(one)
    return name
  })

const columnInPdf = (path: string) =>
  onPdf(path, (pdf, choose) => {
    const table = choose(tagsIn(pdf, ({name}) => name === 'Table'))
    const rows = table.children.flatMap((child) => (child.name === 'TR' ? [child] : child.children))
    for (const cell of rows.flatMap(({children}) => children[1] ?? [])) erase(cell)
    return nameOf(table)
  })

/** What two cells of a column say is drawn and tagged in the other's place. */
const cellsInPdf = (path: string) =>
  onPdf(path, (pdf, choose) => {
    const rows = tagsIn(pdf, ({children, name}) => name === 'TR' && children[0]?.name === 'TD')
    const pairs = rows.flatMap((upper) => {
      const siblings = upper.parent?.children ?? []
      const next = siblings[siblings.indexOf(upper) + 1]
      const [one, other] = [upper.children[1], next?.children[1]]
      const isPair = one && other && isPlain(one) && isPlain(other) && textOf(one) !== textOf(other)
      return isPair ? [[one, other] as const] : []
    })
    const [one, other] = choose(pairs)
    const down = (linesOf(marksOf(other))[0] ?? 0) - (linesOf(marksOf(one))[0] ?? 0)
    moveText(marksOf(one), down)
    moveText(marksOf(other), -down)
    const [first, second] = [one.children[0], other.children[0]]
    if (first && second) swapTags(first, second)
    return `${nameOf(one)} and ${nameOf(other)}`
  })

const isPlain = ({children}: Tag) => children.length === 1 && children[0]?.name === 'NonStruct'

export const rowLost = mutantsOf('row-lost', 'a row of a table lost', [
  several(2, defect('deck', 'of a slide', onElement(openDeck(), row, drop))),
  several(2, defect('epub', 'of a table', onElement(openBook(), rowInBook, drop))),
  several(2, defect('pdf', 'of a table', rowInPdf(pdfPaths.pdf))),
  defect('slides', 'of a slide', rowInPdf(pdfPaths.slides)),
  defect('handout', 'of a table', rowInPdf(pdfPaths.handout)),
])

export const columnLost = mutantsOf('column-lost', 'a column of a table lost', [
  defect('deck', 'of a slide', onElement(openDeck(), blocks('slide', ['table']), dropColumn)),
  defect('epub', 'of a table', onElement(openBook(), tag('table'), dropColumn)),
  defect('pdf', 'of a table', columnInPdf(pdfPaths.pdf)),
  defect('slides', 'of a slide', columnInPdf(pdfPaths.slides)),
])

const cell = inside('slide', ['table'], tag('td'))

export const cellsSwapped = mutantsOf('cells-swapped', 'two cells of a table swapped', [
  defect('deck', 'of one row', swapAny(openDeck(), cell, isSameRow)),
  defect('deck', 'of one column', swapAny(openDeck(), cell, isOtherRow)),
  defect('epub', 'of one row', swapAny(openBook(), tag('td'), isSameRow)),
  defect('epub', 'of one column', swapAny(openBook(), tag('td'), isOtherRow)),
  defect('pdf', 'of one column', cellsInPdf(pdfPaths.pdf)),
  defect('slides', 'of one column', cellsInPdf(pdfPaths.slides)),
  defect('handout', 'of one column', cellsInPdf(pdfPaths.handout)),
])
