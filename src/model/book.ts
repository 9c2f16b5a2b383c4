import type {PhrasingContent} from 'mdast'
import type {Chapter} from './course.ts'
import type {Edition} from './output.ts'

/** The linear reading: what EPUB and the printed book have in common. */
export interface Book<Document extends ContentDocument> {
  readonly edition: Edition
  readonly documents: readonly Document[]
  readonly navigation: readonly NavigationPoint[]
}

/** A book that is bound has what an e-book's navigation document and pictures are for. */
export type PrintedBook = Book<ContentDocument>
export type ElectronicBook = Book<SpineDocument>

/** What opens on a page of its own. */
export type ContentDocument =
  | SpineDocument
  | {readonly role: 'half-title' | 'toc' | 'colophon'; readonly id: string}
  | {
      readonly role: 'list'
      readonly id: string
      readonly of: 'figure' | 'table'
      readonly entries: readonly ListedBlock[]
    }
  | {readonly role: 'part'; readonly id: string; readonly title: string; readonly chapters: readonly Chapter[]}

/** A document of an e-book's spine. */
export type SpineDocument =
  | {readonly role: 'cover' | 'imprint'; readonly id: string}
  | {readonly role: 'chapter'; readonly id: string; readonly chapter: Chapter}

/** A figure or table in the list of them. */
export interface ListedBlock {
  readonly id: string
  /** For instance `图 3-2`. */
  readonly label: string
  readonly caption: readonly PhrasingContent[]
}

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
