import type {PhrasingContent} from 'mdast'
import type {Block} from './block.ts'
import type {ContentLayout, Footnote, SlideBackground} from './course.ts'
import type {Edition} from './output.ts'

export interface Deck {
  readonly edition: Edition
  readonly slides: readonly Slide[]
}

/** `section`: a heading that only has sections below. */
export type SlideLayout = 'title' | 'agenda' | 'chapter' | 'section' | ContentLayout

export interface Slide {
  /** ASCII; the deck's hash link. */
  readonly id: string
  readonly layout: SlideLayout
  /** Id of the chapter; empty on the slides of the whole course. */
  readonly chapter: string
  /** Id of the section; empty outside sections. */
  readonly section: string
  /** For instance `3.2`; empty outside sections. */
  readonly number: string
  readonly heading: readonly PhrasingContent[]
  /** The whole title where `heading` is the author's short one. */
  readonly fullHeading: readonly PhrasingContent[]
  /** What stands small above the heading: the enclosing section or chapter. */
  readonly kicker: readonly PhrasingContent[]
  /** Which of how many slides of the same heading. */
  readonly part: {readonly index: number; readonly count: number}
  /** `data-…` attributes for reveal.js. */
  readonly attributes: Readonly<Record<string, string>>
  readonly background: SlideBackground
  readonly items: readonly SlideItem[]
  /** Text below 1 when what cannot be cut was scaled to fit. */
  readonly scale: number
  /** The full text of what the slide condenses, in the order of the chapter. */
  readonly reading: readonly Block[]
  /** What the marks on this slide refer to: the lead of each footnote, and works in short. */
  readonly pageNotes: readonly PageNote[]
  /** Footnotes that this slide refers to first, with the line of the block that does. */
  readonly footnotes: readonly {readonly footnote: Footnote; readonly line: number}[]
  readonly notes: readonly Block[]
  /** That it takes to present it. */
  readonly seconds: number
}

export interface PageNote {
  /** Of the footnote, or of the entry in the list of works. */
  readonly id: string
  /** Of the block whose text it is; empty for a work. */
  readonly block: string
  readonly mark: string
  readonly content: readonly PhrasingContent[]
}

/** Something on a slide, in the order of the chapter. */
export interface SlideItem {
  /** As it stands on the slide: when condensed, the same block with its leads only. */
  readonly block: Block
  readonly condensed: boolean
  /** A pause stands before it: it appears with the next step. A pause is no item, since it takes no room on the slide. */
  readonly isAfterPause?: true
  /** Height in px of a picture that gave room to what stands with it. */
  readonly pictureHeight?: number
  /** Its place in the grid of a layout with columns. */
  readonly cell?: {readonly row: number; readonly column: 1 | 2 | 'both'}
  /** Items, rows or lines `from` (included) to `to` (excluded), where the block is cut. */
  readonly piece?: Piece
}

/** What a slide holds before it is condensed, in Chinese characters. */
export interface Density {
  /** A paragraph's lead: about one and a half lines. */
  readonly lead: number
  readonly item: number
  /** All items of a list together. */
  readonly list: number
  /** A callout, an exercise, a quotation. */
  readonly container: number
}

/** Smallest sizes in px on a slide that is 720 px high. */
export interface TextSizes {
  readonly text: number
  /** Of code and captions. */
  readonly code: number
}

export interface Piece {
  /** Of a table: its parts keep the widths of the whole. */
  readonly columns?: readonly number[]
  readonly from: number
  readonly to: number
}

/** Lays slides out in the real browser with the real theme; one measure for each slide, and in it one for each item, in order. */
export type Measure = (slides: readonly Slide[]) => Promise<readonly SlideMeasure[]>

/** Heights in CSS px at the deck's size. */
export interface SlideMeasure {
  /** Width that the content may have. */
  readonly width: number
  /** Height that the content may have. */
  readonly available: number
  /** Height that it has. */
  readonly used: number
  readonly items: readonly ItemMeasure[]
  /** Height of each note at the foot, by its id. */
  readonly notes: Readonly<Record<string, number>>
  /** Height that notes take besides, if there are any. */
  readonly notesFrame: number
}

export interface PartMeasure {
  readonly top: number
  readonly bottom: number
  /** Height that stands again above it where a slide begins with it, besides the item's own: of a listing in a callout. */
  readonly above?: number
  /** Height that ends a slide with it, besides the item's own. */
  readonly below?: number
}

export interface ItemMeasure {
  readonly top: number
  readonly bottom: number
  /** Height that stands again above each continuation: a table's header, a listing's title. */
  readonly above: number
  /** Height that ends each part again: the frame of a listing. */
  readonly below: number
  /** The scale at which it is as wide as the slide's content may be; 1 when it is no wider. */
  readonly widthScale: number
  /** The least scale at which all its text can still be read. */
  readonly floor: number
  /** Widths of a table's columns in per cent; empty for anything else. */
  readonly columns: readonly number[]
  /** Of a figure: the height of its picture, and the least at which it can still be read from the back of a room. */
  readonly picture?: {readonly height: number; readonly least: number; readonly hasSmallWords: boolean}
  /** Where the item may be cut: its list items, rows or lines. Empty when it may not. */
  readonly parts: readonly PartMeasure[]
}
