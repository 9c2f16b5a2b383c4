import type {PhrasingContent} from 'mdast'
import type {Chapter} from './course.ts'
import type {Edition, Output} from './output.ts'

/** The linear reading: what EPUB and the printed book have in common. */
export interface Book {
  readonly output: Output
  readonly edition: Edition
  readonly documents: readonly ContentDocument[]
  readonly navigation: readonly NavigationPoint[]
}

/** A document of the spine, or a section of the printed book. */
export type ContentDocument =
  | {readonly role: 'cover' | 'imprint' | 'toc'; readonly id: string}
  | {readonly role: 'chapter'; readonly id: string; readonly chapter: Chapter}

export interface NavigationPoint {
  /** Id of the chapter or section it leads to. */
  readonly target: string
  /** The document that holds the target. */
  readonly document: string
  readonly number: string
  /** Title of the part that begins here; empty when none does. */
  readonly part: string
  readonly title: readonly PhrasingContent[]
  readonly children: readonly NavigationPoint[]
}
