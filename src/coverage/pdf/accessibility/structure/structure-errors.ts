import type {PDFDict} from '@cantoo/pdf-lib'
import {PDFArray} from '@cantoo/pdf-lib'
import {annotationsOf} from '../file/annotations.ts'
import {asDictionary, dictionaryAt, numberAt} from '../file/entries.ts'
import {readNumberTree} from '../file/number-tree.ts'
import type {Finding} from '../finding.ts'
import type {PdfFile} from '../read-pdf-file.ts'

/** Where the tree contradicts itself, its parent tree or the pages. Details: the element, and the entry that is wrong. */
export function* structureErrors(pdf: PdfFile): Generator<Finding> {
  const {content, structure} = pdf
  for (const type of structure.repeated) yield {page: 0, detail: `${type} ×2`}
  for (const {contents, dictionary, page, parent, type} of structure.elements) {
    const expected = parent?.dictionary ?? structure.root
    if (dictionaryAt(dictionary, 'P') !== expected) yield {page, detail: `${type} P`}
    for (const {number, owner} of contents) {
      if (!content.numbers.get(owner)?.has(number)) yield {page, detail: `${type} MCID ${number}`}
    }
  }
  yield* parentTreeErrors(pdf)
}

function* parentTreeErrors({content, pageNumbers, pages, structure}: PdfFile): Generator<Finding> {
  const entries = readNumberTree(dictionaryAt(structure.root, 'ParentTree'))
  const entryOf = (dictionary: PDFDict, key: string) => entries.get(numberAt(dictionary, key) ?? -1)
  for (const [owner, numbers] of content.numbers) {
    const parents = entryOf(owner, 'StructParents')
    for (const number of numbers) {
      const element = structure.elementOf({owner, number})
      const named =
        parents instanceof PDFArray && number < parents.size() ? asDictionary(parents.lookup(number)) : undefined
      // What no element holds is 01-005.
      if (element && named !== element.dictionary) {
        yield {page: pageNumbers.get(owner) ?? 0, detail: `ParentTree MCID ${number}`}
      }
    }
  }
  for (const {dictionary, page, subtype} of annotationsOf(pages)) {
    const element = structure.elementOfObject.get(dictionary)
    if (element && asDictionary(entryOf(dictionary, 'StructParent')) !== element.dictionary) {
      yield {page, detail: `ParentTree ${subtype}`}
    }
  }
}
