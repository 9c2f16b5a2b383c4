import {mkdir, rename, rm, rmdir} from 'node:fs/promises'
import path from 'node:path'
import {entryState, ignoreMissing, type HashesOf} from './entry-state.ts'
import {workFolder} from './inner-path.ts'
import {removeJournal, type Journal} from './journal.ts'
import {ownHashes} from './marker.ts'

/**
 * Does what a journal says, or what is left of it: every step can be done again. Throws what the file system throws; the
 * journal remains then, and the next build tries again.
 */
export async function applyJournal(root: string, journal: Journal): Promise<void> {
  for (const file of journal.removed) {
    // One after the other: a step that fails leaves as few files of two editions as can be.
    // oxlint-disable-next-line no-await-in-loop
    await removeOwn(root, file, ownHashes({files: journal.before}))
  }
  for (const file of journal.placed.keys()) {
    // oxlint-disable-next-line no-await-in-loop
    await place(root, file, journal.staging)
  }
  await removeJournal(root)
}

/** Removes a file that is still as lectern wrote it, and the folders that it leaves empty. */
export async function removeOwn(root: string, file: string, hashesOf: HashesOf): Promise<void> {
  const state = await entryState(root, file, hashesOf)
  if (state.type === 'own' && state.at === file) await rm(path.join(root, file))
  // One that is gone already may have been removed by a program that was stopped before it removed the folder.
  else if (state.type !== 'absent') return
  await removeEmptyFolders(root, path.posix.dirname(file))
}

async function removeEmptyFolders(root: string, folder: string): Promise<void> {
  if (folder === '.' || !(await removeEmptyFolder(path.join(root, folder)))) return
  await removeEmptyFolders(root, path.posix.dirname(folder))
}

/** Whether the folder was empty, and is gone. */
export async function removeEmptyFolder(folder: string): Promise<boolean> {
  return rmdir(folder).then(
    () => true,
    () => false,
  )
}

/** A file that is not in the staging folder any more was placed before. */
async function place(root: string, file: string, staging: string): Promise<void> {
  const [from, to] = [path.join(root, workFolder, staging, file), path.join(root, file)]
  await mkdir(path.dirname(to), {recursive: true})
  await rename(from, to).catch(async (error: unknown) => {
    // An empty folder can be in the way: of files that went, or of somebody's.
    if (isCode(error, 'EISDIR', 'ENOTEMPTY', 'EEXIST', 'EPERM') && (await removeEmptyFolder(to)))
      return rename(from, to)
    return ignoreMissing(error)
  })
}

const isCode = (error: unknown, ...codes: readonly string[]) =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code))
