import type {PDFDict} from '@cantoo/pdf-lib'
import {dictionaryAt, numberAt, textAt} from '../file/entries.ts'
import {NameOperand, nameOf, textOf, type Operand} from './operands.ts'

/** A marked-content sequence (ISO 32000-1, 14.6). */
export interface Mark {
  readonly tag: string
  /** The stream, by its dictionary, or the page in which it stands. */
  readonly owner: PDFDict
  /** By which an element of the structure tree holds it; absent when it is marked for something else. */
  readonly number: number | undefined
  /** BCP 47; empty when it says none. */
  readonly language: string
  /** Whether it has an alternative, a replacement or an expansion in words. */
  readonly hasWords: boolean
}

export interface MarkSource {
  readonly owner: PDFDict
  readonly resources: PDFDict | undefined
}

/** Of the operands of `BMC` or `BDC`: a tag, and its properties in place or by their name in the resources. */
export function markOf([tag, properties]: readonly Operand[], {owner, resources}: MarkSource): Mark {
  const base = {tag: nameOf(tag), owner}
  if (properties instanceof NameOperand) {
    const named = dictionaryAt(dictionaryAt(resources, 'Properties'), properties.name)
    return {
      ...base,
      number: numberAt(named, 'MCID'),
      language: textAt(named, 'Lang') ?? '',
      hasWords: ['Alt', 'ActualText', 'E'].some((key) => textAt(named, key)),
    }
  }
  const inPlace = properties instanceof Map ? (properties as ReadonlyMap<string, Operand>) : new Map<string, Operand>()
  const number = inPlace.get('MCID')
  return {
    ...base,
    number: typeof number === 'number' ? number : undefined,
    language: textOf(inPlace.get('Lang')) ?? '',
    hasWords: ['Alt', 'ActualText', 'E'].some((key) => textOf(inPlace.get(key))),
  }
}
