import {hash} from 'node:crypto'
import {readInside} from './resolve-inside.ts'

/** The file that git keeps in place of a large one (git-lfs, docs/spec.md). */
const pointer =
  /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n(?:.*\n)*?oid sha256:(?<oid>[\da-f]{64})\nsize \d+\n/u
/** Pointers are shorter than this. */
const mostBytes = 1024

/**
 * The large file that a pointer of Git LFS stands for, from what the clone already has, by its hash. The program of git-lfs is not run:
 * a repository could name another in its place. The pointer itself where it is none, or the file is not there.
 */
export async function readLargeFile(contents: Uint8Array, gitFolder: string): Promise<Uint8Array> {
  if (contents.length > mostBytes) return contents
  const oid = pointer.exec(new TextDecoder().decode(contents))?.groups?.['oid']
  if (oid === undefined) return contents
  const kept = await readInside(gitFolder, `lfs/objects/${oid.slice(0, 2)}/${oid.slice(2, 4)}/${oid}`)
  return 'contents' in kept && hash('sha256', kept.contents) === oid ? kept.contents : contents
}
