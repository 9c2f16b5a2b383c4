import type {AlignType, PhrasingContent} from 'mdast'
import type {Root as HastRoot} from 'hast'
import type {Position} from 'unist'
import type {ContentLayout} from './course.ts'
import type {Audience} from './output.ts'

interface BlockBase {
  /** Stable and ASCII: the author's `{#id}`, else the chapter's id and a hash of the content. */
  readonly id: string
  readonly position: Position
  readonly audience: Audience
}

/** A label that references show, for instance `图 3-2`. */
export interface Numbered {
  readonly label?: string
}

export interface Prose extends BlockBase {
  readonly type: 'prose'
  readonly children: readonly PhrasingContent[]
}

export interface List extends BlockBase {
  readonly type: 'list'
  readonly start: number
  readonly marker: ListMarker
  readonly items: readonly ListItem[]
}

/**
 * `label`: each item has its own, as text, for instance `（一）`. `letter`: A, B, C, … as the choices of a quiz; `annotation`: the numbers in the listing before it; `reference`: works,
 * each with the label that citations show.
 */
export type ListMarker = 'bullet' | 'number' | 'letter' | 'annotation' | 'reference' | 'label'

export interface ListItem {
  /** Where citations lead. */
  readonly id?: string
  /** Written in place of a marker, for instance `[1]`. */
  readonly label?: string
  readonly checked?: boolean
  /** BCP 47, where it is in another language than the course. */
  readonly language?: string
  /** Its beginning stands on another slide. */
  readonly isContinued?: true
  readonly blocks: readonly Block[]
  readonly position: Position
}

export interface DefinitionList extends BlockBase {
  readonly type: 'definitionList'
  readonly entries: readonly DefinitionEntry[]
}

export interface DefinitionEntry {
  /** Where `:term[…]` leads, one for each term; absent outside of glossaries. */
  readonly ids?: readonly string[]
  readonly terms: readonly (readonly PhrasingContent[])[]
  readonly descriptions: readonly (readonly Block[])[]
}

export interface Table extends BlockBase, Numbered {
  readonly type: 'table'
  readonly align: readonly AlignType[]
  /** Per cent of the table's width, a number a column; empty where the browser is to choose. */
  readonly widths: readonly number[]
  readonly header: readonly TableCell[]
  readonly rows: readonly (readonly TableCell[])[]
  /** Whether its words are broken anywhere, since one of them is wider than there is room. */
  readonly isTight?: boolean
  /** Inclusive row numbers, from 1, that slides show; the book shows all. */
  readonly excerpt?: Excerpt
  /** Number of its rows, where there is an excerpt. */
  readonly shortenedFrom?: number
  readonly caption: readonly PhrasingContent[]
}

export type Excerpt = readonly [first: number, last: number]

export type TableCell = readonly PhrasingContent[]

export interface Listing extends BlockBase, Numbered {
  readonly type: 'listing'
  readonly language: string
  readonly code: string
  readonly title: readonly PhrasingContent[]
  /** One for each line of the code. */
  readonly lines: readonly ListingLine[]
  /** Number that the first line bears; absent when lines show no numbers. */
  readonly firstNumber?: number
  /** Lines that a slide brings out, one set a step; empty for none. */
  readonly steps: readonly (readonly number[])[]
  /** Inclusive line numbers, from 1, that slides show; the book shows all. */
  readonly excerpt?: Excerpt
  /** Number of its lines, where the course’s limit and not its author makes the excerpt. */
  readonly shortenedFrom?: number
}

export interface ListingLine {
  /** From 1, in the whole listing. */
  readonly line: number
  readonly mark?: 'highlighted' | 'added' | 'removed'
  /** Number of the item of the list below that explains the line. */
  readonly annotation?: number
}

export interface Figure extends BlockBase, Numbered {
  readonly type: 'figure'
  /** Key into `Course.resources`. */
  readonly resource: string
  /** The text it is drawn from; absent for a file. */
  readonly diagram?: Diagram
  readonly alt: string
  readonly caption: readonly PhrasingContent[]
  /** CSS width such as `60%`; empty for the natural width. */
  readonly width: string
}

export interface Diagram {
  readonly language: 'mermaid' | 'graphviz'
  readonly source: string
}

export interface Equation extends BlockBase, Numbered {
  readonly type: 'equation'
  readonly tex: string
}

export interface Quote extends BlockBase {
  readonly type: 'quote'
  readonly blocks: readonly Block[]
}

export const calloutKinds = ['note', 'tip', 'important', 'warning', 'caution'] as const
export type CalloutKind = (typeof calloutKinds)[number]

export interface Callout extends BlockBase {
  readonly type: 'callout'
  readonly kind: CalloutKind
  readonly title: readonly PhrasingContent[]
  readonly blocks: readonly Block[]
}

export type TheoremKind = 'definition' | 'theorem' | 'lemma' | 'example' | 'remark' | 'proof'

export interface Theorem extends BlockBase, Numbered {
  readonly type: 'theorem'
  readonly kind: TheoremKind
  readonly title: readonly PhrasingContent[]
  readonly blocks: readonly Block[]
}

export interface Exercise extends BlockBase, Numbered {
  readonly type: 'exercise'
  /** Objectives that it tests. */
  readonly tests: readonly string[]
  readonly title: readonly PhrasingContent[]
  readonly blocks: readonly Block[]
}

/** Belongs to the teacher's edition. `exercise` is the id of the exercise it solves. */
export interface Solution extends BlockBase, Numbered {
  readonly type: 'solution'
  readonly exercise: string
  readonly blocks: readonly Block[]
}

export interface Hint extends BlockBase {
  readonly type: 'hint'
  readonly blocks: readonly Block[]
}

/** What a reader may open: closed where the output can, open on paper. */
export interface Details extends BlockBase {
  readonly type: 'details'
  readonly title: readonly PhrasingContent[]
  readonly blocks: readonly Block[]
}

export interface SpeakerNotes extends BlockBase {
  readonly type: 'speakerNotes'
  /** What the speaker gives the slides that they are for; absent where nobody said. */
  readonly minutes?: number
  readonly blocks: readonly Block[]
}

/** A slide written by hand: it replaces the generated slides of its section. */
export interface SlideBlock extends BlockBase {
  readonly type: 'slide'
  /** The author's choice; absent where the content decides. */
  readonly layout?: ContentLayout
  readonly title: readonly PhrasingContent[]
  readonly blocks: readonly Block[]
}

export interface Columns extends BlockBase {
  readonly type: 'columns'
  readonly columns: readonly Column[]
}

export interface Column {
  /** CSS width; empty for an equal share. */
  readonly width: string
  readonly blocks: readonly Block[]
}

/** A group that stays on one slide (`nosplit`), appears step by step (`incremental`), or explains words (`glossary`). */
export interface Group extends BlockBase {
  readonly type: 'group'
  readonly behaviour: 'nosplit' | 'incremental' | 'glossary'
  readonly blocks: readonly Block[]
}

/** Raw HTML, parsed and sanitised. */
export interface RawHtml extends BlockBase {
  readonly type: 'rawHtml'
  readonly tree: HastRoot
}

/** Where the words of the course are: made by lectern from `:index[…]` and `:term[…]`. */
export interface Index extends BlockBase {
  readonly type: 'index'
  readonly groups: readonly IndexGroup[]
}

export interface IndexGroup {
  /** A letter, or `#` for what begins with none. */
  readonly heading: string
  readonly entries: readonly IndexEntry[]
}

export interface IndexEntry {
  readonly term: string
  /** Another entry to look at; empty when there is none. */
  readonly see: string
  readonly places: readonly IndexPlace[]
}

export interface IndexPlace {
  /** Id of the marked words. */
  readonly id: string
  /** Number of the section, for an output without pages. */
  readonly section: string
}

/** `---`: a forced slide break; a thematic break in the book. */
export interface Break extends BlockBase {
  readonly type: 'break'
}

/** `. . .`: what follows on the slide appears with the next step. */
export interface Pause extends BlockBase {
  readonly type: 'pause'
}

export type Block =
  | Prose
  | List
  | DefinitionList
  | Table
  | Listing
  | Figure
  | Equation
  | Quote
  | Callout
  | Theorem
  | Exercise
  | Solution
  | Hint
  | Index
  | Details
  | SpeakerNotes
  | SlideBlock
  | Columns
  | Group
  | RawHtml
  | Break
  | Pause
