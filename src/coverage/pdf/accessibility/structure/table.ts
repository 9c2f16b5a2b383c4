import {PDFArray, PDFName, PDFNumber, type PDFDict} from '@cantoo/pdf-lib'
import {asText, elementsOf} from '../file/entries.ts'
import {attributeOf} from './attributes.ts'
import {kidsOf, type StructureElement} from './structure-element.ts'

/** Rows of a table in their order, whether in a head, a body, a foot or none. */
function rowsOf(table: StructureElement): StructureElement[] {
  return kidsOf(table).flatMap((kid) => {
    if (kid.role === 'TR') return [kid]
    return ['THead', 'TBody', 'TFoot'].includes(kid.role) ? kidsOf(kid).filter(({role}) => role === 'TR') : []
  })
}

export const cellsOf = (table: StructureElement): StructureElement[] =>
  rowsOf(table).flatMap((row) => kidsOf(row).filter(({role}) => role === 'TH' || role === 'TD'))

/** `Row`, `Column` or `Both` (ISO 32000-1, table 349); empty when it has none, or another value. */
export function scopeOf(cell: StructureElement, root: PDFDict | undefined): string {
  const scope = attributeOf(cell, {owner: 'Table', name: 'Scope'}, root)
  const name = scope instanceof PDFName ? scope.decodeText() : ''
  return ['Row', 'Column', 'Both'].includes(name) ? name : ''
}

/** Identifiers of the cells that head a cell. */
export function headersOf(cell: StructureElement, root: PDFDict | undefined): string[] {
  const headers = attributeOf(cell, {owner: 'Table', name: 'Headers'}, root)
  return headers instanceof PDFArray ? elementsOf(headers).map((id) => asText(id) ?? '') : []
}

function spanOf(cell: StructureElement, name: 'ColSpan' | 'RowSpan', root: PDFDict | undefined): number {
  const span = attributeOf(cell, {owner: 'Table', name}, root)
  return span instanceof PDFNumber ? Math.max(1, span.asNumber()) : 1
}

/** How many columns each row has, with cells that reach over columns and down from rows above. */
export function columnCounts(table: StructureElement, root: PDFDict | undefined): number[] {
  /** Widths of cells that reach down, each with the number of rows that it still reaches. */
  let reaching: {width: number; rows: number}[] = []
  return rowsOf(table).map((row) => {
    const cells = kidsOf(row).map((cell) => ({
      width: spanOf(cell, 'ColSpan', root),
      rows: spanOf(cell, 'RowSpan', root),
    }))
    const inRow = [...reaching, ...cells]
    reaching = inRow.map(({rows, width}) => ({width, rows: rows - 1})).filter(({rows}) => rows > 0)
    return inRow.reduce((sum, {width}) => sum + width, 0)
  })
}
