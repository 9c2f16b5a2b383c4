import type {Element} from 'hast'

/** What content documents hold, to compute what may be claimed of them. */
export interface ContentFeatures {
  readonly hasImages: boolean
  /** Whether each image says what it shows. */
  readonly hasAlternatives: boolean
  readonly hasMath: boolean
  readonly hasRuby: boolean
  readonly hasPages: boolean
}

/** Read from the elements of a finished document, so that nothing is claimed that is not there. */
export function featuresOf(elements: readonly Element[]): ContentFeatures {
  const has = (...names: readonly string[]) => elements.some(({tagName}) => names.includes(tagName))
  return {
    hasImages: has('img', 'svg'),
    hasAlternatives: elements.every(({properties, tagName}) => tagName !== 'img' || typeof properties.alt === 'string'),
    hasMath: has('math'),
    hasRuby: has('rt'),
    hasPages: elements.some((element) => isPageBreak(element)),
  }
}

export const isPageBreak = ({properties}: Element): boolean => properties['epub:type'] === 'pagebreak'

/** Those of a book, from those of its documents. */
export function featuresOfBook(documents: readonly ContentFeatures[]): ContentFeatures {
  return {
    hasImages: documents.some(({hasImages}) => hasImages),
    hasAlternatives: documents.every(({hasAlternatives}) => hasAlternatives),
    hasMath: documents.some(({hasMath}) => hasMath),
    hasRuby: documents.some(({hasRuby}) => hasRuby),
    hasPages: documents.some(({hasPages}) => hasPages),
  }
}
