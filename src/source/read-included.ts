import {VFile} from 'vfile'
import type {Refusal} from '../model/refusal.ts'
import {decodeText} from './decode-text.ts'
import {readInside} from './resolve-inside.ts'

/** By path below the course folder. */
export interface ReadIncluded {
  readonly files: ReadonlyMap<string, VFile>
  /** Why the others are not read. */
  readonly refusals: ReadonlyMap<string, Refusal>
}

/** Reads the files that chapters include. */
export async function readIncluded(folder: string, paths: Iterable<string>): Promise<ReadIncluded> {
  const names = [...new Set(paths)].toSorted()
  const files = new Map<string, VFile>()
  const refusals = new Map<string, Refusal>()
  const read = await Promise.all(names.map(async (name) => [name, await readInside(folder, name)] as const))
  for (const [name, result] of read) {
    if ('refusal' in result) refusals.set(name, result.refusal)
    else files.set(name, fileOf(name, result.contents))
  }
  return {files, refusals}
}

function fileOf(name: string, contents: Uint8Array): VFile {
  const file = new VFile({path: name, value: ''})
  file.value = decodeText(contents, file).replaceAll(/\r\n?/gu, '\n')
  return file
}
