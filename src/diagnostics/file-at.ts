import type {Position} from 'unist'
import type {VFile} from 'vfile'
import {laterFileAt} from '../model/source-place.ts'

interface LaterVFile {
  readonly file: VFile
  /** Its first line, counted through the files of the chapter. */
  readonly firstLine: number
}

declare module 'vfile' {
  interface DataMap {
    /** Of the first file of a chapter of several: the others. Lines beyond its own are theirs. */
    laterFiles: readonly LaterVFile[]
  }
}

/** The file that has a line of a chapter, and the line in it; of no line, the first. */
export function fileAt(file: VFile, line = 1): {readonly file: VFile; readonly line: number} {
  const later = laterFileAt(file.data.laterFiles ?? [], line)
  return later ? {file: later.file, line: line - later.firstLine + 1} : {file, line}
}

/** Path of the file that has what is at a place of a chapter. */
export const pathAt = (file: VFile, place: Position | undefined): string => fileAt(file, place?.start.line).file.path
