import {PDFArray, PDFNumber, type PDFDict} from '@cantoo/pdf-lib'
import {dictionariesAt, dictionaryAt, elementsOf, inheritedAt, nameAt, numberAt, valueAt} from './entries.ts'
import {append} from '../../../../model/append.ts'

export interface PageAnnotation {
  readonly dictionary: PDFDict
  readonly subtype: string
  /** From 1. */
  readonly page: number
  /** Hidden, or outside what is shown of the page: the provisions for annotations are not for it (ISO 14289-1, 7.18.1). */
  readonly isUnseen: boolean
}

export function annotationsOf(pages: readonly PDFDict[]): PageAnnotation[] {
  return pages.flatMap((page, index) =>
    dictionariesAt(page, 'Annots').map((dictionary) => ({
      dictionary,
      subtype: nameAt(dictionary, 'Subtype'),
      page: index + 1,
      isUnseen: isHidden(dictionary) || isOutside(dictionary, page),
    })),
  )
}

/** Bit 2 of the flags (ISO 32000-1, table 165). */
const isHidden = (annotation: PDFDict) => ((numberAt(annotation, 'F') ?? 0) & 2) !== 0

function isOutside(annotation: PDFDict, page: PDFDict): boolean {
  const box = rectangleOf(inheritedAt(page, 'CropBox') ?? inheritedAt(page, 'MediaBox'))
  const own = rectangleOf(valueAt(annotation, 'Rect'))
  if (!box || !own) return false
  return own.right < box.left || own.left > box.right || own.top < box.bottom || own.bottom > box.top
}

function rectangleOf(value: unknown) {
  if (!(value instanceof PDFArray)) return undefined
  const sides = elementsOf(value).map((side) => (side instanceof PDFNumber ? side.asNumber() : 0))
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = sides
  return {left: Math.min(x1, x2), right: Math.max(x1, x2), bottom: Math.min(y1, y2), top: Math.max(y1, y2)}
}

/** Fields of the form that have no fields below them. */
export function fieldsOf(catalog: PDFDict): PDFDict[] {
  const found: PDFDict[] = []
  const seen = new Set<PDFDict>()
  const open = dictionariesAt(dictionaryAt(catalog, 'AcroForm'), 'Fields')
  for (let field = open.pop(); field !== undefined; field = open.pop()) {
    if (seen.has(field)) continue
    seen.add(field)
    const kids = dictionariesAt(field, 'Kids')
    // A kid with a name of its own is a field; others are the field's widgets.
    const inner = kids.filter((kid) => valueAt(kid, 'T') !== undefined)
    if (inner.length > 0) append(open, inner)
    else found.push(field)
  }
  return found
}
