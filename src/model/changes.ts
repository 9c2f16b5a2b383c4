import type {Edition, Output} from './output.ts'

/** What changed for the readers of an edition, in the order of the new course. */
export interface CourseChanges {
  readonly edition: Edition
  /** Title of the course. */
  readonly title: Both<string>
  /** Date of the course. */
  readonly date: Both<string>
  readonly sections: readonly SectionChange[]
  /** Of everything that is still there and bears another number now, for instance 图 3-2. */
  readonly numbers: readonly NumberChange[]
  readonly goals: readonly GoalChange[]
}

export interface Both<Value> {
  readonly before: Value
  readonly after: Value
}

/** A chapter or section by name. */
export interface HeadingText {
  readonly id: string
  /** For instance `第 3 章`, `第 3.2 节`; empty for what has no number. */
  readonly label: string
  readonly title: string
}

/** What changed in a chapter before its first section, or in a section before those below it. */
export interface SectionChange {
  readonly state: 'added' | 'removed' | 'kept'
  /** In the new course; of what was removed, in the old one. */
  readonly heading: HeadingText
  /** The chapter it stands in; itself, of a chapter. Of what was removed, the one it stood in, if that is still there. */
  readonly chapter: HeadingText
  /** Present where the title is another one now. */
  readonly formerTitle?: string
  /** What it was called where it stood before; present where it stands elsewhere now. */
  readonly movedFrom?: HeadingText
  readonly blocks: readonly BlockChange[]
}

/** A block as a reader sees it. */
export interface BlockText {
  readonly id: string
  /** Its type; of callouts and theorems their kind; of a paragraph in a footnote, speaker notes or a solution that. */
  readonly name: string
  /** For instance `图 3-2`; empty for what has no number. */
  readonly label: string
  /** Sentences of a paragraph, items of a list, rows of a table, lines of code. */
  readonly pieces: readonly string[]
}

export type BlockChange =
  | {readonly type: 'added' | 'removed'; readonly block: BlockText}
  | {
      readonly type: 'moved'
      readonly block: BlockText
      /** Absent where it stands elsewhere in its own section now. */
      readonly from?: HeadingText
    }
  | ChangedBlock

export interface ChangedBlock {
  readonly type: 'changed'
  readonly block: BlockText
  readonly before: BlockText
  /** Every piece of both, in order. */
  readonly differences: readonly Difference[]
  /** Whether it shows another picture. */
  readonly isRedrawn: boolean
  /** Present where it stands in other outputs than before. */
  readonly outputs?: Both<readonly Output[]>
  /** Present where it stands in another section now. */
  readonly from?: HeadingText
}

/** `edited`: a piece of which some words stayed. */
export type Difference = TextPart | {readonly type: 'edited'; readonly parts: readonly TextPart[]}

export interface TextPart {
  readonly type: 'same' | 'added' | 'removed'
  readonly text: string
}

export interface NumberChange extends Both<string> {
  /** In the new course. */
  readonly id: string
}

/** An objective or a topic that came, went or says something else. */
export interface GoalChange {
  readonly kind: 'objective' | 'topic'
  /** Empty for what is new. */
  readonly before: string
  /** Empty for what is gone. */
  readonly after: string
}

/** Where blocks stand in the finished files of a build, by their ids. */
export type FoundPlaces =
  | {
      readonly type: 'known'
      /** In the deck of students. */
      readonly slides: ReadonlyMap<string, readonly FoundPlace[]>
      /** In the book. */
      readonly pages: ReadonlyMap<string, readonly FoundPlace[]>
    }
  | {readonly type: 'unknown'; readonly reason: 'absent' | 'older' | 'unreadable' | 'unverified'}

export interface FoundPlace {
  /** Number of the slide, from 1, or of the page as it is printed there. */
  readonly name: string
  /** Relative to the output folder. */
  readonly link: string
}
