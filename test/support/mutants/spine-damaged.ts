import {onPieces, openBook, type Edit} from './markup.ts'
import {defect, mutantsOf} from './mutant.ts'

const opf = (edit: Edit) =>
  onPieces(
    openBook((name) => name.endsWith('.opf')),
    edit,
  )
const item = (name: string) => `<itemref idref="${name}"></itemref>`
const [first, second, index] = [item('document-definition'), item('document-history'), item('document-back-index')]

const without: Edit = (source) => source.replace(second, '')
const unlisted: Edit = (source) => without(source).replace(/<item id="document-history"[^>]*><\/item>/u, '')
const swapped: Edit = (source) => source.replace(first + second, second + first)
const apart: Edit = (source) => source.replace(second, second.replace('>', ' linear="no">'))
const backwards: Edit = (source) => source.replace('<spine ', '<spine page-progression-direction="rtl" ')

export const spineDamaged = mutantsOf('spine-damaged', 'a chapter missing from the spine, or out of order', [
  defect('epub', 'a chapter missing', opf(without)),
  defect('epub', 'a chapter missing, from the manifest too', opf(unlisted)),
  defect(
    'epub',
    'the index missing',
    opf((source) => source.replace(index, '')),
  ),
  defect('epub', 'two chapters change places', opf(swapped)),
  defect('epub', 'a chapter outside the order of reading', opf(apart)),
  defect('epub', 'the order of reading from right to left', opf(backwards)),
])
