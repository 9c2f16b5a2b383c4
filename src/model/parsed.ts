import type {Root} from 'mdast'
import type {VFile} from 'vfile'
import type {Objective, SlideMode} from './course.ts'

/** Pandoc's `{#id .class key=value}`. */
export interface Attributes {
  readonly id: string
  readonly classes: readonly string[]
  readonly values: Readonly<Record<string, string>>
  /** Ids that were written before the one that counts; absent where there is none. */
  readonly otherIds?: readonly string[]
}

/** What the id of a chapter may be: it is in the names of files. */
export const isChapterId = (id: string): boolean => /^[a-z][a-z0-9-]*$/iu.test(id)

/** A chapter after `parse`: no Markdown syntax is left, only mdast nodes. */
export interface ParsedChapter {
  readonly file: VFile
  /** Its title, where its file has others before it. */
  readonly laterTitle?: string
  readonly metadata: ChapterMetadata
  readonly tree: Root
}

export interface ChapterMetadata {
  /** The author's; empty where one is made of the path. */
  readonly id: string
  readonly title: string
  /** Present where the front matter could not be read: what is missing may be in it. */
  readonly isUnread?: true
  readonly objectives: readonly Objective[]
  readonly covers: readonly string[]
  readonly minutes?: number
  /** Absent where the course's holds. */
  readonly slides?: SlideMode
  /** Absent where the course's holds. */
  readonly slideLevel?: number
  /** The outputs it is in, as `:::only{in="…"}` names them; absent when it is in all. */
  readonly in?: string
}
