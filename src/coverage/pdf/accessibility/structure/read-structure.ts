import {PDFDict, PDFName, PDFNumber, type PDFObject} from '@cantoo/pdf-lib'
import {asDictionary, dictionaryAt, elementsAt, nameAt, numberAt, textAt, valueAt} from '../file/entries.ts'
import {roleOf} from './standard-types.ts'
import type {MarkedContent, StructureElement} from './structure-element.ts'

export interface Structure {
  readonly root: PDFDict | undefined
  readonly roleMap: ReadonlyMap<string, string>
  /** In the order of reading. */
  readonly elements: readonly StructureElement[]
  /** Types of elements that stand in the tree more than once. */
  readonly repeated: readonly string[]
  readonly elementOf: (content: MarkedContent) => StructureElement | undefined
  readonly elementOfObject: ReadonlyMap<PDFDict, StructureElement>
}

/** An element while its kids are being read. */
type Draft = {-readonly [Key in keyof StructureElement]: StructureElement[Key]} & {
  kids: StructureElement[]
  contents: MarkedContent[]
  objects: PDFDict[]
}

interface Reading {
  readonly pageNumbers: ReadonlyMap<PDFDict, number>
  readonly roleMap: ReadonlyMap<string, string>
  readonly elements: StructureElement[]
  readonly repeated: string[]
  readonly seen: Set<PDFDict>
  readonly byOwner: Map<PDFDict, Map<number, StructureElement>>
  readonly byObject: Map<PDFDict, StructureElement>
}

/** Reads the structure tree of a document (ISO 32000-1, 14.7). `pageNumbers`: of the pages' dictionaries, from 1. */
export function readStructure(catalog: PDFDict, pageNumbers: ReadonlyMap<PDFDict, number>): Structure {
  const root = dictionaryAt(catalog, 'StructTreeRoot')
  const reading: Reading = {
    pageNumbers,
    roleMap: readRoleMap(root),
    elements: [],
    repeated: [],
    seen: new Set(),
    byOwner: new Map(),
    byObject: new Map(),
  }
  for (const kid of elementsAt(root, 'K')) {
    const dictionary = asDictionary(kid)
    if (dictionary) readElement(dictionary, undefined, reading)
  }
  const {byObject, byOwner, elements, repeated, roleMap} = reading
  const elementOf = ({number, owner}: MarkedContent) => byOwner.get(owner)?.get(number)
  return {root, roleMap, elements, repeated, elementOf, elementOfObject: byObject}
}

function readElement(dictionary: PDFDict, parent: Draft | undefined, reading: Reading): void {
  const {elements, repeated, seen} = reading
  if (seen.has(dictionary)) {
    repeated.push(nameAt(dictionary, 'S'))
    return
  }
  seen.add(dictionary)
  const element = draftOf(dictionary, parent, reading)
  parent?.kids.push(element)
  elements.push(element)
  for (const kid of elementsAt(dictionary, 'K')) readKid(kid, element, reading)
  element.page ||= element.kids.find(({page}) => page > 0)?.page ?? 0
}

function draftOf(dictionary: PDFDict, parent: Draft | undefined, {pageNumbers, roleMap}: Reading): Draft {
  const type = nameAt(dictionary, 'S')
  const role = roleOf(type, roleMap).standard
  return {
    dictionary,
    type,
    role,
    parent,
    kids: [],
    contents: [],
    objects: [],
    page: numberOf(dictionaryAt(dictionary, 'Pg'), pageNumbers),
    language: textAt(dictionary, 'Lang') ?? parent?.language ?? '',
    isInFormula: role === 'Formula' || parent?.isInFormula === true,
  }
}

/** An element, a number of marked content, or a reference to marked content or to an object (ISO 32000-1, table 323). */
function readKid(kid: PDFObject, element: Draft, reading: Reading): void {
  const page = dictionaryAt(element.dictionary, 'Pg')
  if (kid instanceof PDFNumber) {
    if (page) addContent({owner: page, number: kid.asNumber()}, element, reading)
    return
  }
  if (!(kid instanceof PDFDict)) return
  const type = valueAt(kid, 'Type')
  const own = dictionaryAt(kid, 'Pg') ?? page
  if (type === PDFName.of('OBJR')) addObject(dictionaryAt(kid, 'Obj'), element, reading)
  else if (type === PDFName.of('MCR')) {
    const owner = dictionaryAt(kid, 'Stm') ?? own
    const number = numberAt(kid, 'MCID')
    if (owner && number !== undefined) addContent({owner, number}, element, reading)
  } else {
    readElement(kid, element, reading)
    return
  }
  element.page ||= numberOf(own, reading.pageNumbers)
}

function addContent(content: MarkedContent, element: Draft, {byOwner}: Reading): void {
  element.contents.push(content)
  const numbers = byOwner.get(content.owner) ?? new Map<number, StructureElement>()
  byOwner.set(content.owner, numbers.set(content.number, element))
}

function addObject(target: PDFDict | undefined, element: Draft, {byObject}: Reading): void {
  if (!target) return
  element.objects.push(target)
  byObject.set(target, element)
}

const numberOf = (page: PDFDict | undefined, pageNumbers: ReadonlyMap<PDFDict, number>) =>
  (page && pageNumbers.get(page)) ?? 0

function readRoleMap(root: PDFDict | undefined): Map<string, string> {
  const roleMap = dictionaryAt(root, 'RoleMap')
  const entries = (roleMap?.keys() ?? []).map((key) => [key.decodeText(), nameAt(roleMap, key.decodeText())] as const)
  return new Map(entries)
}
