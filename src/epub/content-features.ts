/** What content documents hold, to compute what may be claimed of them. */
export interface ContentFeatures {
  readonly hasImages: boolean
  /** Whether each image says what it shows. */
  readonly hasAlternatives: boolean
  readonly hasMath: boolean
  readonly hasRuby: boolean
  readonly hasPages: boolean
}

/** Read from the finished XHTML, so that nothing is claimed that is not there. */
export function featuresOf(documents: readonly {readonly html: string}[]): ContentFeatures {
  const some = (pattern: RegExp) => documents.some(({html}) => pattern.test(html))
  return {
    hasImages: some(/<img\b|<svg\b/u),
    hasAlternatives: !some(/<img(?![^>]*\salt=")/u),
    hasMath: some(/<math\b/u),
    hasRuby: some(/<rt\b/u),
    hasPages: some(/epub:type="pagebreak"/u),
  }
}
