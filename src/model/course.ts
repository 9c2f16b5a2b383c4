import type {PhrasingContent} from 'mdast'
import type {Position} from 'unist'
import type {Block} from './block.ts'
import type {Audience, Edition, HandoutLayout, Output} from './output.ts'
import type {FetchFailure, Unfetched} from './fetch-failure.ts'
import type {PrintSettings} from './print-settings.ts'
import type {Refusal} from './refusal.ts'
import type {SlideSize} from './slide-size.ts'
import type {ChapterFiles} from './source-place.ts'
import type {Syllabus} from './syllabus.ts'

export interface Course {
  readonly title: string
  readonly subtitle: string
  readonly description: string
  /** BCP 47, for instance `zh-CN`. */
  readonly language: string
  /** Numbers of chapters: 第 1 章, or 第一章. */
  readonly chapterNumerals: 'arabic' | 'chinese'
  /** Whether headings bring their own numbers; where most of a rank do, when absent. */
  readonly numbering?: 'auto' | 'none' | 'own'
  /** Labels of its own in place of the language's, for instance of figures. */
  readonly labels: Readonly<Record<string, string>>
  readonly authors: readonly string[]
  readonly publisher: string
  /** ISO 8601 calendar date. */
  readonly date: string
  /** A stable URL or URN; the EPUB's UUID is derived from it. */
  readonly identifier: string
  readonly license: License
  /** Name of the files: `<slug>.epub`, `<slug>.pdf`. */
  readonly slug: string
  readonly editions: Readonly<Record<Edition, readonly Output[]>>
  /** Layouts in which handouts are printed. */
  readonly handouts: readonly HandoutLayout[]
  readonly print: PrintSettings
  readonly epub: EpubSettings
  readonly math: MathCommands
  /** What it is about, for library catalogues. */
  readonly subjects: readonly string[]
  /** The series it belongs to. */
  readonly collection?: {readonly title: string; readonly position?: number}
  readonly slideMode: SlideMode
  /** Of `course.yml`. */
  readonly slideModeLine: number
  /** How many lines of a listing, and rows of a table, slides show; `Infinity` for all. */
  readonly slideLimits: {readonly listing: number; readonly table: number}
  readonly slideSize: SlideSize
  /** What is a page of the slides’ PDF: a slide with all its steps, or each step. */
  readonly slidesPdf: 'slide' | 'step'
  /** Rank of the deepest headings that have slides of their own; deeper ones are lines on them. */
  readonly slideLevel: number
  /** Where solutions are: for the teacher beside their exercises, or for everybody at the back of the book as well. */
  readonly solutions: 'teacher' | 'back'
  /** The plan of lectures; absent when there is none. */
  readonly lectures?: readonly Lecture[]
  readonly chapters: readonly Chapter[]
  /** Files that chapters name, keyed by their path below the course folder. */
  readonly resources: ReadonlyMap<string, Resource>
  /** What it has to teach; absent when there is no `syllabus.yml`. */
  readonly syllabus?: Syllabus
  /** Ids of the terms that a glossary explains, by the term. */
  readonly terms: ReadonlyMap<string, string>
  /** Everything a cross-reference can name. */
  readonly references: ReadonlyMap<string, Reference>
}

/** A lecture of the plan: from one slide to that of the next lecture. */
export interface Lecture {
  readonly title: string
  readonly minutes: number
  /** Id of the chapter or section that it begins with. */
  readonly from: string
  /** Of `course.yml`. */
  readonly line: number
}

/** How a section's blocks come onto slides: by their leads, as they are, or only as reading text. */
export const slideModes = ['lead', 'full', 'reading'] as const
export type SlideMode = (typeof slideModes)[number]

/**
 * How a slide's content is laid out. `content`: one below the other; `roomy`: so, and larger; `beside`: text on one side and
 * a figure or listing on the other; `columns`: two things side by side; `figure`: one as large as the slide; `quote`: a
 * sentence or two in large type; `recap`: what a chapter comes to.
 */
export const contentLayouts = ['content', 'roomy', 'beside', 'columns', 'figure', 'quote', 'recap'] as const
export type ContentLayout = (typeof contentLayouts)[number]

export interface MathCommands {
  /** TeX of the course's own commands, by their name without the backslash. */
  readonly macros: Readonly<Record<string, string>>
  /** Packages that change what plain TeX means, for instance `\\div`: a course names those it wants. */
  readonly packages: readonly 'physics'[]
  /** What formulas of the course define for each other, in TeX. */
  readonly definitions?: readonly string[]
}

export interface EpubSettings {
  /** MathML, or pictures for readers that know none. */
  readonly math: 'mathml' | 'svg'
  /** Those of the reader, or subsets of the theme's. */
  readonly fonts: 'none' | 'subset'
  readonly writing: 'horizontal' | 'vertical'
  /** ISBN of the e-book; empty when there is none. */
  readonly isbn: string
  /** Who vouches that it conforms to EPUB Accessibility; empty when nobody does. */
  readonly certifiedBy: string
}

export interface License {
  readonly name: string
  readonly url: string
}

/** What a chapter is for; the last three are made by lectern. */
export type ChapterRole = 'preface' | 'chapter' | 'appendix' | 'solutions' | 'bibliography' | 'index'

/** Lines of what it holds are counted through its files: `sourcePlace` says where they are. */
export interface Chapter extends ChapterFiles {
  readonly role: ChapterRole
  readonly id: string
  /** Of a chapter 1, 2, 3, … over the whole course, of an appendix A, B, C, …; empty for what has no number. */
  readonly number: string
  /** For instance `第 3 章`, `附录 A`; empty for what has no number. */
  readonly label: string
  /** Who has it. */
  readonly audience: Audience
  /** Title of the part that starts with this chapter; empty when none does. */
  readonly part: string
  readonly title: readonly PhrasingContent[]
  readonly shortTitle: string
  readonly objectives: readonly Objective[]
  readonly covers: readonly string[]
  /** Objectives that its heading says it teaches. */
  readonly teaches: readonly string[]
  /** What the lecture plan gives it; absent when there is none. */
  readonly minutes?: number
  /** Absent where the course's holds. */
  readonly slideMode?: SlideMode
  /** Where that stands: in its front matter or heading. */
  readonly slideModeLine?: number
  /** Absent where the course's holds. */
  readonly slideLevel?: number
  /** What stands before the first section. */
  readonly blocks: readonly Block[]
  readonly sections: readonly Section[]
  readonly footnotes: readonly Footnote[]
}

export interface Objective {
  readonly id: string
  readonly text: string
}

export interface Section {
  readonly id: string
  /** For instance `3.2`; empty for what has no number. */
  readonly number: string
  /** 2 below a chapter, 3 below that, … */
  readonly depth: number
  readonly title: readonly PhrasingContent[]
  /** The author's `{short="…"}`; empty when there is none. */
  readonly shortTitle: string
  /** Present where contents leave it out: `.unnumbered .unlisted`. */
  readonly isUnlisted?: true
  /** Who has it, its heading included. */
  readonly audience: Audience
  /** Objectives that its heading says it teaches. */
  readonly teaches: readonly string[]
  /** `data-…` attributes of its slides, for reveal.js. */
  readonly slideAttributes: Readonly<Record<string, string>>
  readonly slideBackground: SlideBackground
  /** Absent where the enclosing section's holds. */
  readonly slideMode?: SlideMode
  /** Absent where the enclosing section's holds. */
  readonly slideLevel?: number
  /** The author's choice; absent where the content decides. */
  readonly slideLayout?: ContentLayout
  readonly blocks: readonly Block[]
  readonly sections: readonly Section[]
  readonly position: Position
}

/** What lies behind a section's slides; empty strings for nothing. */
export interface SlideBackground {
  /** CSS colour. */
  readonly color: string
  /** CSS gradient. */
  readonly gradient: string
  /** Key into `Course.resources`. */
  readonly image: string
}

export interface Footnote {
  readonly id: string
  /** As the chapter's text names it; with its path where another file of the chapter names one so. */
  readonly identifier: string
  /** 1, 2, 3, … in the order of first reference. */
  readonly number: number
  readonly blocks: readonly Block[]
  readonly position: Position
}

export interface Resource {
  readonly path: string
  readonly mediaType: string
  readonly contents: Uint8Array
  /** As the author's file has it, where no output may have all of it. */
  readonly written?: Uint8Array
  /** What this one says, where it is a frame in place of a picture that is not there. */
  readonly missing?: string
  /** Where on the web the picture is that this one stands in for. */
  readonly standsFor?: string
}

/** Why a file that a chapter names is no resource; `actual`: how its name is written on disk. */
export type ResourceFailure =
  | {readonly kind: Refusal | 'format' | 'broken'}
  | {readonly kind: 'case'; readonly actual: string}
  | RemoteFailure
  | TooLarge

/** The same of what is no file of the course; `remote`: nothing that could be one, such as an address of FTP. */
export type RemoteFailure =
  | {readonly kind: 'remote'}
  | {readonly kind: 'unfetched'; readonly state: Unfetched}
  | {readonly kind: 'fetch'; readonly failure: FetchFailure}

/** `count` of `unit` is more than `most`; `of`: what is counted, in English. */
export interface TooLarge {
  readonly kind: 'size'
  readonly count: number
  readonly most: number
  readonly unit: string
  readonly of: string
}

export interface Reference {
  readonly id: string
  /** Of a work: its authors and year. */
  readonly short?: string
  /** What a cross-reference shows, for instance `图 3-2`. */
  readonly label: string
  readonly chapter: string
}
