import type {BlockChange} from '../model/changes.ts'
import type {Line} from './describe-lines.ts'

/** The changes of an edition in the words of its language, ready to be written down. */
export interface ChangesPage {
  readonly language: string
  readonly title: string
  readonly subtitle: string
  readonly notes: readonly string[]
  readonly chapters: readonly ChapterPart[]
  readonly goals: readonly {readonly title: string; readonly items: readonly Item[]}[]
  readonly numbers: {
    readonly title: string
    readonly head: readonly string[]
    readonly rows: readonly {readonly before: string; readonly after: string; readonly places: readonly Note[]}[]
  }
}

export interface Note {
  readonly text: string
  /** Relative to the page; absent where there is nothing to open. */
  readonly link?: string
}

/** What changed in a chapter: above its first section, and in its sections. */
export interface ChapterPart {
  readonly heading: string
  readonly own?: SectionPart
  readonly sections: readonly SectionPart[]
}

export interface SectionPart {
  readonly heading: string
  /** What became of the section, and where it is. */
  readonly notes: readonly Note[]
  readonly items: readonly Item[]
}

export interface Item {
  readonly mark: BlockChange['type']
  /** For instance `改动`. */
  readonly word: string
  /** For instance `图 3-2`; empty for a paragraph. */
  readonly name: string
  readonly notes: readonly Note[]
  /** How its lines stand: one after the other as sentences do, one below the other, or as code. */
  readonly form: 'text' | 'lines' | 'code'
  readonly lines: readonly Line[]
}
