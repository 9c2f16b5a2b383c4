/** A file that a chapter of several files has after its first. */
export interface LaterFile {
  readonly path: string
  /** Its first line, counted through the files of the chapter: lines of a chapter have one order. */
  readonly firstLine: number
}

export interface ChapterFiles {
  /** Of the first file. */
  readonly sourcePath: string
  /** In order; absent where the chapter is one file. */
  readonly laterFiles?: readonly LaterFile[]
}

/** A line as its author counts it. */
export interface SourcePlace {
  readonly sourcePath: string
  readonly line: number
}

/** The file that has a line of a chapter, and the line in it. */
export function sourcePlace({laterFiles = [], sourcePath}: ChapterFiles, line: number): SourcePlace {
  const later = laterFileAt(laterFiles, line)
  return later ? {sourcePath: later.path, line: line - later.firstLine + 1} : {sourcePath, line}
}

/** `attention/heads.md:12`, as people read it. */
export function placeText(chapter: ChapterFiles, line: number): string {
  const place = sourcePlace(chapter, line)
  return `${place.sourcePath}:${place.line}`
}

/** Paths of all files of a chapter. */
export const pathsOf = ({laterFiles = [], sourcePath}: ChapterFiles): readonly string[] => [
  sourcePath,
  ...laterFiles.map(({path}) => path),
]

/** The later file that a line is in; `undefined` for those of the first. */
export const laterFileAt = <Later extends {readonly firstLine: number}>(
  laterFiles: readonly Later[],
  line: number,
): Later | undefined => laterFiles.findLast(({firstLine}) => firstLine <= line)
