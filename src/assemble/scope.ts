import type {VFile} from 'vfile'
import type {Locale} from '../locale/words.ts'
import type {Reference, Resource, ResourceFailure} from '../model/course.ts'
import type {Audience} from '../model/output.ts'
import type {Block} from '../model/block.ts'
import type {RootContent} from 'mdast'
import type {OwnNumbers} from './own-numbers.ts'

/** What building the blocks of one chapter needs to know, and the counters and tables it fills. */
export interface ChapterScope {
  readonly file: VFile
  readonly chapter: string
  /** `3`, `A`; empty for what has none. */
  readonly chapterNumber: string
  readonly ownNumbers: OwnNumbers
  /** Who has the chapter. */
  readonly audience: Audience
  readonly locale: Locale
  readonly resources: ReadonlyMap<string, Resource>
  readonly failures: ReadonlyMap<string, ResourceFailure>
  /** Builds what stands inside a block: handed on, so that builders need not know each other. */
  readonly buildBlocks: (nodes: readonly RootContent[], scope: Scope) => Block[]
  /** Last number given, by kind. */
  readonly counters: Map<string, number>
  /** Ids of the whole course, with the file that used them first. */
  readonly identifiers: Map<string, string>
  /** How many ids begin with the same hash, of the whole course. */
  readonly copies: Map<string, number>
  /** Ids of the terms that a glossary of the course explains, by the term. */
  readonly terms: Map<string, string>
  /** Ids of the blocks where the chapter's HTML marks a place, by the name of that. */
  readonly anchors: Map<string, string>
  /** Ids that authors give, of the whole course: lectern makes others. */
  readonly explicit: ReadonlySet<string>
  /** Labels of the whole course, by the name references use. */
  readonly references: Map<string, Reference>
}

/** The place in a chapter where a block stands. */
export interface Scope {
  readonly chapter: ChapterScope
  readonly audience: Audience
  /** The exercise that encloses the block, for solutions without `for`. */
  readonly exercise: string
}
