/** What content documents hold, to compute what may be claimed of them. */
export interface ContentFeatures {
  readonly hasImages: boolean
  /** Whether each image says what it shows. */
  readonly hasAlternatives: boolean
  readonly hasMath: boolean
  readonly hasRuby: boolean
  readonly hasPages: boolean
}

/** Read from finished XHTML, so that nothing is claimed that is not there. */
export function featuresOf(html: string): ContentFeatures {
  return {
    hasImages: /<img\b|<svg\b/u.test(html),
    hasAlternatives: !/<img(?![^>]*\salt=")/u.test(html),
    hasMath: /<math\b/u.test(html),
    hasRuby: /<rt\b/u.test(html),
    hasPages: /epub:type="pagebreak"/u.test(html),
  }
}

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
