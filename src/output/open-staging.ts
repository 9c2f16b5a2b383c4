import {createHash} from 'node:crypto'
import {mkdir, writeFile} from 'node:fs/promises'
import path from 'node:path'
import type {Artifact, ArtifactFile, WrittenArtifact, WrittenFile} from '../model/artifact.ts'
import {removeEmptyFolder} from './apply-journal.ts'
import {clearRejected, reject} from './rejected.ts'
import {workFolder} from './inner-path.ts'
import {readMarker} from './marker.ts'
import {publish} from './publish.ts'
import {resolveOutput} from './resolve-output.ts'
import {makeStagingFolder, removeStagingFolder} from './staging-folder.ts'

/** A folder inside the output folder in which a build is put together and checked before anyone sees it. */
export interface Staging {
  readonly folder: string
  readonly write: (artifact: Artifact) => Promise<WrittenArtifact>
  /**
   * Moves everything into place. `everything`: nothing of earlier builds remains. `written`: the folders that were written are replaced.
   * `some`: the same, but the home page of earlier builds remains, since it names all of them. `beside`: nothing is removed.
   * Throws a `UsageError` when a file that lectern did not write is in the way.
   */
  readonly publish: (scope: 'everything' | 'written' | 'some' | 'beside') => Promise<void>
  /** Keeps the result for looking at, beside an output folder that stays as it was. Gives its path. */
  readonly reject: () => Promise<string>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

/**
 * Opens a staging folder for a course, given by its identifier. It is inside the output folder and so on the same file system, and gone when
 * disposed, also after an error or Ctrl-C: a build that fails leaves the last good output untouched.
 */
export async function openStaging(out: string, course: string): Promise<Staging> {
  const root = await resolveOutput(out)
  const firstMade = await mkdir(root, {recursive: true})
  const staging = await makeStagingFolder(root)
  const folder = path.join(root, workFolder, staging)
  const files = new Map<string, string>()
  const written = {course, files}
  return {
    folder,
    async write({entry, files: contents, target}) {
      const made = await Promise.all(contents.map((file) => writeInside(folder, file)))
      for (const {file, hash} of made) files.set(file.path, hash)
      return {target, entry, files: made.map(({file}) => file)}
    },
    async publish(scope) {
      const before = await readMarker(root)
      const isKept = (file: string) => scope === 'some' && homeFiles.has(file) && before?.files.has(file)
      const placed = new Map([...files].filter(([file]) => !isKept(file)))
      const replaces = scope === 'beside' ? 'files' : scope === 'everything' ? 'everything' : 'entries'
      await publish(root, {staging, written: {course, files: placed}, scope: replaces})
      if (scope !== 'beside') await clearRejected(root, course)
    },
    reject: () => reject(root, {staging, written, scope: 'everything'}),
    async [Symbol.asyncDispose]() {
      await removeStagingFolder(root, staging)
      if (firstMade !== undefined) await removeEmptyFolders(root, firstMade)
    },
  }
}

/** What names the outputs of a folder. */
const homeFiles: ReadonlySet<string> = new Set(['index.html', 'README.md'])

/** Folders that were made for an output that did not come, from the innermost to the first. */
async function removeEmptyFolders(folder: string, first: string): Promise<void> {
  if (!(await removeEmptyFolder(folder)) || folder === first) return
  await removeEmptyFolders(path.dirname(folder), first)
}

interface HashedFile {
  readonly file: WrittenFile
  readonly hash: string
}

async function writeInside(folder: string, {contents, path: file}: ArtifactFile): Promise<HashedFile> {
  const location = path.join(folder, file)
  if (!location.startsWith(folder + path.sep)) throw new Error(`${file} lies outside the output folder`)
  await mkdir(path.dirname(location), {recursive: true})
  const hash = createHash('sha256')
  let size = 0
  const count = (piece: Uint8Array) => {
    hash.update(piece)
    size += piece.length
    return piece
  }
  await writeFile(location, contents instanceof Uint8Array ? count(contents) : mapPieces(contents, count))
  return {file: {path: file, size}, hash: hash.digest('hex')}
}

async function* mapPieces(
  pieces: AsyncIterable<Uint8Array>,
  count: (piece: Uint8Array) => Uint8Array,
): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) yield count(piece)
}
