import type {Element} from 'hast'
import {toString} from 'hast-util-to-string'
import type {Wanted} from './markup.ts'

/** Where a block stands: on a slide, in its reading text or notes, or in the e-book. */
type Place = 'slide' | 'reading' | 'notes' | 'book'

export const hasClass = ({properties}: Element, name: string): boolean =>
  Array.isArray(properties['className']) && properties['className'].includes(name)

function isAt(place: Place, {properties}: Element, ancestors: readonly Element[]): boolean {
  const isInside = (name: string) => ancestors.some((one) => hasClass(one, name))
  switch (place) {
    case 'slide':
      return 'dataBlock' in properties && isInside('slide-body')
    case 'reading':
      return 'dataBlock' in properties && isInside('reading-text')
    case 'notes':
      return 'dataBlock' in properties && isInside('notes-text')
    case 'book':
      return 'id' in properties
    default:
      return place satisfies never
  }
}

/** Blocks of such elements with at least so many characters. */
export const blocks =
  (place: Place, tags: readonly string[], least = 0): Wanted =>
  (element, ancestors) =>
    tags.includes(element.tagName) && isAt(place, element, ancestors) && toString(element).length >= least

export const paragraph = (place: Place): Wanted => blocks(place, ['p'], place === 'slide' ? 10 : 40)

/** Wanted elements inside blocks of such elements. */
export const inside =
  (place: Place, outer: readonly string[], isWanted: Wanted): Wanted =>
  (element, ancestors) =>
    isWanted(element, ancestors) &&
    ancestors.some((one, index) => outer.includes(one.tagName) && isAt(place, one, ancestors.slice(0, index)))

export const tag =
  (...names: readonly string[]): Wanted =>
  ({tagName}) =>
    names.includes(tagName)

export const withClass =
  (name: string, ...tags: readonly string[]): Wanted =>
  (element) =>
    hasClass(element, name) && (tags.length === 0 || tags.includes(element.tagName))
