import type {PDFDict} from '@cantoo/pdf-lib'
import {textAt} from './entries.ts'

/** Whether the specification of an embedded file has both of its names (ISO 14289-1, 7.11). */
export const isFileNamed = (specification: PDFDict | undefined): boolean =>
  Boolean(textAt(specification, 'F') && textAt(specification, 'UF'))
