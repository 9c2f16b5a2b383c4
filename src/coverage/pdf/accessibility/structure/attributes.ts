import {PDFName, type PDFDict, type PDFObject} from '@cantoo/pdf-lib'
import {asDictionary, dictionariesAt, dictionaryAt, elementsAt, nameAt, valueAt} from '../file/entries.ts'
import type {StructureElement} from './structure-element.ts'

/**
 * The attribute of an element that belongs to `owner` (ISO 32000-1, 14.7.5): its own, else of its classes, which `root`, the
 * structure tree's, holds. Not inherited.
 */
export function attributeOf(
  element: StructureElement,
  attribute: {readonly owner: string; readonly name: string},
  root: PDFDict | undefined,
): PDFObject | undefined {
  const classMap = dictionaryAt(root, 'ClassMap')
  const classes = elementsAt(element.dictionary, 'C')
    .filter((name) => name instanceof PDFName)
    .flatMap((name) => dictionariesAt(classMap, name.decodeText()))
  const own = dictionariesAt(element.dictionary, 'A')
  const holder = [...own, ...classes].find(
    (attributes) => nameAt(attributes, 'O') === attribute.owner && valueAt(attributes, attribute.name) !== undefined,
  )
  return valueAt(asDictionary(holder), attribute.name)
}
