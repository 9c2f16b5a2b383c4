import {hash} from 'node:crypto'
import {lstat, readFile} from 'node:fs/promises'
import path from 'node:path'

/**
 * What is at a path below an output folder, or at the first part of the path that is no folder. `own`: a file that lectern wrote
 * and nobody changed. `foreign`: any other file, or a link. `folder`: a real folder.
 */
export type EntryState =
  | {readonly type: 'absent' | 'folder'}
  | {readonly type: 'own'; readonly at: string; readonly hash: string}
  | {readonly type: 'foreign'; readonly at: string; readonly reason: 'changed' | 'not written by lectern' | 'link'}

/** The hashes that a file of lectern's may have at a path; none where it wrote no file. */
export type HashesOf = (file: string) => readonly string[]

/**
 * Looks at `file`, a path below `root` with `/`, without following links below `root`. It is own when its contents have
 * one of the hashes that `hashesOf` gives for its path.
 */
export async function entryState(root: string, file: string, hashesOf: HashesOf): Promise<EntryState> {
  const parts = file.split('/')
  for (const index of parts.keys()) {
    const at = parts.slice(0, index + 1).join('/')
    // Each is looked at only where the folder before it is a real one.
    // oxlint-disable-next-line no-await-in-loop
    const stats = await lstat(path.join(root, at)).catch(ignoreMissing)
    if (!stats) return {type: 'absent'}
    if (stats.isSymbolicLink()) return {type: 'foreign', at, reason: 'link'}
    if (stats.isDirectory()) continue
    // oxlint-disable-next-line no-await-in-loop
    return stats.isFile() ? fileState(root, at, hashesOf(at)) : {type: 'foreign', at, reason: 'not written by lectern'}
  }
  return {type: 'folder'}
}

/** The hash that markers list. */
export const hashOf = (contents: Uint8Array): string => hash('sha256', contents)

async function fileState(root: string, at: string, expected: readonly string[]): Promise<EntryState> {
  if (expected.length === 0) return {type: 'foreign', at, reason: 'not written by lectern'}
  const actual = hashOf(await readFile(path.join(root, at)))
  return expected.includes(actual) ? {type: 'own', at, hash: actual} : {type: 'foreign', at, reason: 'changed'}
}

/** A path below something that is no folder is missing, too. */
export function ignoreMissing(error: unknown): undefined {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
  throw error
}
