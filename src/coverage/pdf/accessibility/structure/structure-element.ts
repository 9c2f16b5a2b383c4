import type {PDFDict} from '@cantoo/pdf-lib'
import {textAt} from '../file/entries.ts'

/** Marked content that an element holds: the stream (by its dictionary) or page in which it stands, and its number. */
export interface MarkedContent {
  readonly owner: PDFDict
  readonly number: number
}

export interface StructureElement {
  readonly dictionary: PDFDict
  /** As it is written. */
  readonly type: string
  /** The standard type that it is mapped to; empty when there is none. */
  readonly role: string
  /** Absent below the root. */
  readonly parent: StructureElement | undefined
  readonly kids: readonly StructureElement[]
  readonly contents: readonly MarkedContent[]
  /** Annotations and XObjects that it holds. */
  readonly objects: readonly PDFDict[]
  /** From 1: the first on which it has something; 0 when nowhere. */
  readonly page: number
  /** Its own or the nearest ancestor's; empty when only the document's can hold. */
  readonly language: string
  readonly isInFormula: boolean
}

/** An element of type NonStruct is no part of the structure: what it holds belongs to its parent (ISO 32000-1, table 333). */
export function kidsOf(element: StructureElement): StructureElement[] {
  return element.kids.flatMap((kid) => (kid.role === 'NonStruct' ? kidsOf(kid) : [kid]))
}

export function contentsOf(element: StructureElement): MarkedContent[] {
  const inner = element.kids.filter(({role}) => role === 'NonStruct').flatMap((kid) => contentsOf(kid))
  return [...element.contents, ...inner]
}

export function parentOf(element: StructureElement): StructureElement | undefined {
  let {parent} = element
  while (parent?.role === 'NonStruct') ({parent} = parent)
  return parent
}

/** The nearest of the element and its ancestors that has one of these roles. */
export function enclosing(
  element: StructureElement | undefined,
  ...roles: readonly string[]
): StructureElement | undefined {
  let current = element
  while (current && !roles.includes(current.role)) current = current.parent
  return current
}

/** Its identifier; empty when it has none. */
export const idOf = ({dictionary}: StructureElement): string => textAt(dictionary, 'ID') ?? ''
