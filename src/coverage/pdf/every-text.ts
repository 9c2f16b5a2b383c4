import {PDFArray, PDFName, type PDFObject} from '@cantoo/pdf-lib'
import {asText, decoded, valueAt} from './accessibility/file/entries.ts'
import type {PdfFile} from './accessibility/read-pdf-file.ts'

/**
 * Every text string of a PDF, wherever it stands: alternatives and replacements, private data, names; files that are attached; comments among
 * the operators of its pages.
 */
export function everyText({content, dictionaries, streams}: PdfFile): string[] {
  const strings = dictionaries.flatMap((dictionary) => dictionary.values().flatMap((value) => stringsIn(value)))
  const attached = streams
    .filter(({dict}) => valueAt(dict, 'Type') === PDFName.of('EmbeddedFile'))
    .map((stream) => new TextDecoder().decode(decoded(stream)))
  return [...strings, ...attached, ...content.comments]
}

function stringsIn(value: PDFObject): string[] {
  if (value instanceof PDFArray) return value.asArray().flatMap((one) => stringsIn(one))
  const text = asText(value)
  return text === undefined ? [] : [text]
}
