import path from 'node:path'
import {VFile} from 'vfile'
import type {Refusal} from '../model/refusal.ts'
import {readInside} from './resolve-inside.ts'

export interface ReadTheme {
  readonly files: readonly VFile[]
  /** Those that are there and not read. */
  readonly refused: readonly {readonly name: string; readonly refusal: Refusal}[]
}

/** Those files of a course's own theme that exist, by the names a theme may have, below the course folder. */
export async function readThemeFolder(folder: string, theme: string, names: readonly string[]): Promise<ReadTheme> {
  const read = await Promise.all(
    names.map(async (name) => {
      const relative = path.join(theme, name)
      return {name: relative, ...(await readInside(folder, relative))}
    }),
  )
  return {
    files: read.flatMap((one) =>
      'contents' in one ? [new VFile({path: one.name, value: new TextDecoder().decode(one.contents)})] : [],
    ),
    refused: read.filter((one) => 'refusal' in one).filter(({refusal}) => refusal !== 'missing'),
  }
}
