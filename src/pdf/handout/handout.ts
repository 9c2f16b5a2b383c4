import type {Element} from 'hast'
import type {RenderContext} from '../../html/render-context.ts'
import type {Locale} from '../../locale/words.ts'
import type {Course} from '../../model/course.ts'
import type {Deck} from '../../model/deck.ts'
import type {LevelHeading} from '../slide-headings.ts'

/** What the printed book's page of an id bears; `undefined` for what is not in the book, or where no book is printed. */
export type PageOf = (id: string) => string | undefined

/** What every layout is handed. */
export interface Handout {
  readonly deck: Deck
  readonly course: Course
  readonly locale: Locale
  readonly pageOf: PageOf
  /** For what belongs to a chapter, by its id. */
  readonly contextFor: (chapter: string) => RenderContext
  readonly levelHeading: LevelHeading
  /** The same for a document of its own, in which no id is given yet. */
  readonly afresh: () => Handout
}

/** What a layout puts on paper. */
export interface HandoutPages {
  readonly orientation: Orientation
  /** Sizes that depend on the shape of the slides and of the paper. */
  readonly css: string
  readonly body: readonly Element[]
}

export type Orientation = 'portrait' | 'landscape'
