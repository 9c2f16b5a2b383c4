import {randomBytes} from 'node:crypto'
import {chmod, mkdir, rm, stat, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {currentOwner} from '../process/owner.ts'
import {openTemporaryFolder, removeAbandoned} from '../process/temporary-folder.ts'
import {draftFolder} from './sealed-file.ts'

/** A folder that only this user may write to, to keep what was made. */
export interface CacheFolder extends AsyncDisposable {
  readonly folder: string
  /** Why the cache that was asked for is not used; then the folder is one of this run alone. */
  readonly unusable?: string
}

/** Folders of results in a cache, in which there may be drafts. */
const parts = ['results', 'verified', 'images']

/**
 * Opens the user's cache. One that cannot be written to, or that others may write to or own, only makes a run slower: a temporary folder takes
 * its place. What processes that were killed left in it is removed.
 */
export async function openCacheFolder(wanted: string): Promise<CacheFolder> {
  const unusable = await whyUnusable(wanted)
  if (unusable === undefined) {
    await Promise.all(parts.map((part) => removeAbandoned(path.join(wanted, part, draftFolder))))
    return {folder: wanted, [Symbol.asyncDispose]: () => Promise.resolve()}
  }
  const temporary = await openTemporaryFolder('cache')
  return {...temporary, folder: temporary.folder, unusable}
}

async function whyUnusable(folder: string): Promise<string | undefined> {
  if (folder === '') return '没有主目录 / there is no home folder'
  try {
    await mkdir(folder, {recursive: true, mode: 0o700})
    const {mode, uid} = await stat(folder)
    if (process.getuid !== undefined && uid !== process.getuid()) return '属于别的用户 / it belongs to another user'
    if (process.platform !== 'win32' && (mode & 0o022) !== 0) return '别的用户能写 / others may write to it: chmod go-w'
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) await chmod(folder, 0o700)
    const probe = path.join(folder, `probe-${randomBytes(4).toString('hex')}-${currentOwner()}`)
    await writeFile(probe, 'x')
    await rm(probe)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
