/** The files of a book as another tool has it: their paths below its folder, with `/`, and their texts. */
export interface BookFiles {
  readonly paths: ReadonlySet<string>
  /** The text of a file; absent where there is none, or it is no text. */
  readonly textOf: (path: string) => string | undefined
}

export interface OutlinePart {
  /** Absent for chapters outside of any part. */
  readonly title?: string
  readonly chapters: readonly string[]
}

export type Variables = Readonly<Record<string, string>>

/** What a tool's own files say of a book, before its paths are resolved. */
export interface Draft {
  readonly title?: string | undefined
  readonly language?: string | undefined
  readonly authors?: readonly string[] | undefined
  /** Paths as they are named, joined to the folder they are relative to. */
  readonly front?: readonly string[]
  readonly parts: readonly OutlinePart[]
  readonly back?: readonly string[]
  /** Files with the works that are cited, as they are named, joined to the folder they are relative to. */
  readonly bibliography?: readonly string[]
  /** Texts by the names that chapters may write as `{{name}}`. */
  readonly variables?: Variables
  readonly problems?: readonly OutlineProblem[]
}

export type ProblemKind =
  /** The tool's own file cannot be parsed. */
  | 'broken'
  /** No file of that name. */
  | 'missing'
  /** The path leads out of the book's folder. */
  | 'outside'
  /** The file is named a second time. */
  | 'duplicate'
  /** A notebook, reStructuredText or HTML. */
  | 'not-markdown'
  /** An order that only running code would give. */
  | 'computed'
  /** A bibliography that is neither BibTeX nor CSL-JSON. */
  | 'not-bibliography'
  /** A key that the tool's own file has twice: the last one counts. */
  | 'repeated-key'
  /** Files beside chapters that have the name of a language in theirs: they are no chapters. */
  | 'translation'

export interface OutlineProblem {
  readonly kind: ProblemKind
  /** What it is about: the path as named, or the tool's file. */
  readonly path: string
  readonly reason?: string
}

/** The order of a book, with paths of Markdown files that exist, each once. */
export interface Outline {
  /** Whose files say so, for instance `mdbook`; `names` where only the names of the files do. */
  readonly tool: string
  readonly title: string
  /** BCP 47. */
  readonly language: string
  readonly authors: readonly string[]
  readonly front: readonly string[]
  readonly parts: readonly OutlinePart[]
  readonly back: readonly string[]
  /** Files that exist, BibTeX or CSL-JSON. */
  readonly bibliography: readonly string[]
  /** Those that chapters write. */
  readonly variables: Variables
  /** `heading` where all of the book is in one file, with a heading of rank 1 for each chapter. */
  readonly chapterBegins: 'file' | 'heading'
  readonly problems: readonly OutlineProblem[]
}

/** Reads the files of one tool: absent where the book has none of them. */
export interface Tool {
  readonly name: string
  readonly read: (files: BookFiles) => Draft | undefined
}
