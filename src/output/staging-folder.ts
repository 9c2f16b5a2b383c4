import {randomUUID} from 'node:crypto'
import {cp, lstat, mkdir, readdir, rename, rm, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {UsageError} from '../diagnostics/environment-error.ts'
import {currentOwner, isAbandoned} from '../process/owner.ts'
import {removeEmptyFolder} from './apply-journal.ts'
import {ignoreMissing} from './entry-state.ts'
import {workFolder} from './inner-path.ts'

const prefix = 'building-'
/** In each staging folder from the beginning: a folder without it that is not empty is somebody else's. */
const seal = '.lectern-staging'

/** Makes a staging folder in the work folder of an output folder and gives its name there. */
export async function makeStagingFolder(root: string): Promise<string> {
  const work = await makeWorkFolder(root)
  const name = `${prefix}${randomUUID().slice(0, 8)}-${currentOwner()}`
  await mkdir(path.join(work, name))
  await writeFile(path.join(work, name, seal), '')
  return name
}

/** Moves a staging folder into the work folder of another output folder and gives its name there. */
export async function moveStagingFolder(from: string, root: string): Promise<string> {
  const name = path.basename(from)
  const to = path.join(await makeWorkFolder(root), name)
  return rename(from, to).then(
    () => name,
    async (error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error
      // The output folder is a file system of its own, as a mounted volume is.
      const copy = await makeStagingFolder(root)
      await cp(from, path.join(root, workFolder, copy), {recursive: true})
      return copy
    },
  )
}

async function makeWorkFolder(root: string): Promise<string> {
  const work = path.join(root, workFolder)
  await assertRealFolder(work)
  await mkdir(work, {recursive: true})
  return work
}

/** Removes a staging folder, and the work folder when nothing else is in it. */
export async function removeStagingFolder(root: string, name: string): Promise<void> {
  const work = path.join(root, workFolder)
  await removeSealed(path.join(work, name))
  await removeEmptyFolder(work)
}

/** Removes what processes that no longer run left in the work folder. */
export async function removeOrphans(root: string): Promise<void> {
  const work = path.join(root, workFolder)
  const stats = await lstat(work).catch(ignoreMissing)
  if (!stats?.isDirectory()) return
  const names = await readdir(work)
  await Promise.all(names.map((name) => removeOrphan(work, name)))
  await removeEmptyFolder(work)
}

async function removeOrphan(work: string, name: string): Promise<void> {
  const location = path.join(work, name)
  if (!(await isAbandoned(location))) return
  if (name.startsWith(prefix)) await removeSealed(location)
  else if (name.startsWith('lock-')) await rm(location, {force: true})
}

async function removeSealed(folder: string): Promise<void> {
  const names = await readdir(folder).catch((): string[] => [])
  if (names.includes(seal)) await removeContents(folder, names)
  await removeEmptyFolder(folder)
}

/** The seal goes last, so that what is left when this is stopped is still known. */
async function removeContents(folder: string, names: readonly string[]): Promise<void> {
  const others = names.filter((name) => name !== seal)
  await Promise.all(others.map((name) => rm(path.join(folder, name), {recursive: true, force: true})))
  await rm(path.join(folder, seal), {force: true})
}

/** A course can come with a link in place of the work folder. */
async function assertRealFolder(work: string): Promise<void> {
  const stats = await lstat(work).catch(ignoreMissing)
  if (!stats || stats.isDirectory()) return
  throw new UsageError(
    `\`${work}\` 不是文件夹，lectern 要在这里暂存文件：移走它 / is not a folder, and lectern keeps files there while it builds: move it away`,
  )
}
