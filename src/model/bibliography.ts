import type {PhrasingContent} from 'mdast'

/** A work of the bibliography as CSL-JSON; only what lectern itself looks at is named. */
export interface Work {
  readonly id: string
  readonly title?: string
  readonly language?: string
  readonly issued?: {readonly 'date-parts'?: readonly (readonly (string | number)[])[]}
  readonly author?: readonly WorkName[]
  readonly editor?: readonly WorkName[]
}

export interface WorkName {
  readonly family?: string
  readonly given?: string
  readonly literal?: string
}

/** One work in a citation. */
export interface CitedWork {
  readonly key: string
  readonly prefix: string
  /** CSL's name of what the locator counts, for instance `page`; empty when there is no locator. */
  readonly locatorLabel: string
  readonly locator: string
  readonly suffix: string
  readonly hidesAuthor: boolean
}

/** A citation as it stands in the text. `narrative`: the author is part of the sentence. */
export interface CitationCluster {
  readonly works: readonly CitedWork[]
  readonly isNarrative: boolean
}

export interface RenderedWork {
  readonly key: string
  /** For instance `[1]`; empty in styles without. */
  readonly label: string
  /** Its authors and year, for the foot of a slide. */
  readonly short: string
  /** BCP 47 language that it is written in. */
  readonly language: string
  readonly children: readonly PhrasingContent[]
}

/** Formats citations in their order, and lists the works they name. */
export type Cite = (clusters: readonly CitationCluster[]) => {
  readonly citations: readonly (readonly PhrasingContent[])[]
  readonly works: readonly RenderedWork[]
}
